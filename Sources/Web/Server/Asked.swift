import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office
import Sheets

/// A request as the makers of pages see it.
struct Asked: Sendable {
    let site: Site
    let request: Request
    let caller: Caller

    var office: Office { site.office }
    var words: Words { site.catalogues.words(caller.language) }
    var viewer: Viewer { caller.viewer }
    var now: Moment { site.now }

    /// A part of the path, such as `case` in `/cases/:case`.
    func part(_ name: String) -> String {
        let raw = caller.coreContext.parameters.get(name) ?? ""
        guard raw.utf8.contains(UInt8(ascii: "%")) else { return raw }
        return raw.removingPercentEncoding ?? raw
    }

    /// A value of the query; nil if it is not there or empty.
    func query(_ name: String) -> String? {
        request.uri.queryParameters[Substring(name)].map(String.init).flatMap {
            $0.isEmpty ? nil : $0
        }
    }

    func cookie(_ name: String) -> String? { request.cookies[name]?.value }

    /// The frame in which pages of this request stand.
    var frame: Frame {
        Frame(
            site: site, words: words, prefix: caller.prefix, isElder: caller.isElder,
            viewer: viewer, formToken: caller.guest?.visit.formToken ?? "", path: request.uri.path,
            now: now)
    }

    // MARK: Answers

    /// A page.
    func page(
        _ title: String, status: HTTPResponse.Status = .ok, isWide: Bool = false,
        trail: [(String, Address)] = [], @Content _ content: () -> HTML
    ) -> Response {
        let html = frame.page(
            title, isWide: isWide, hasErrors: status == .unprocessableContent, trail: trail, content
        )
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// Goes on to another address, so that a reload repeats nothing.
    func redirect(_ address: Address) -> Response { redirect(to: caller.prefix + address.path) }

    func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// A text of some type, whole.
    static func answer(
        _ text: String, _ mediaType: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Bytes that a browser saves rather than shows.
    static func attachment(_ bytes: [UInt8], _ mediaType: String, named name: String) -> Response {
        let headers: HTTPFields = [
            .contentType: mediaType, .contentDisposition: "attachment; filename=\"\(name)\"",
            .contentSecurityPolicy: "sandbox; default-src 'none'",
        ]
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
