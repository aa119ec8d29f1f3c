package import Hummingbird
import Logging
import NIOCore
import Office
import Sheets

/// What is known of a request before its page is made: from where, in which language, by whom.
package struct Caller: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The other end's address, for limits; never logged.
    let remote: String
    var language = Language.zhHans
    /// `/en` or `/zh-Hant` where the address asks for a language; links go on asking.
    var prefix = ""
    var isElder = false
    var guest: Guest?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remote = source.channel.remoteAddress?.ipAddress ?? ""
    }

    var viewer: Viewer { guest?.viewer ?? .visitor }
}
