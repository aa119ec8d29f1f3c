import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// The private address by which a calendar program reads the terms: made, renewed and taken back here.
struct CalendarAddress {
    let frame: Frame
    let hasKey: Bool

    private var words: Words { frame.words }

    var html: HTML {
        section(.class("panel")) {
            h2 { words(QueuePhrase.feed) }
            p { words(hasKey ? QueuePhrase.feedOn : .feedOff) }
            div(.class("button-row")) {
                frame.form(.deskPart("calendar/key")) {
                    frame.hidden("renew", "1")
                    frame.submit(
                        words(hasKey ? QueuePhrase.feedRenew : .feedMake), "button secondary")
                }
                if hasKey {
                    frame.form(.deskPart("calendar/key")) {
                        frame.hidden("renew", "0")
                        frame.submit(words(QueuePhrase.feedRevoke), "button danger")
                    }
                }
            }
        }
    }

    /// Makes an address, shown once, or takes it back.
    static func change(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let secret = try await asked.office.changeCalendarKey(
            renew: form["renew"] == "1", by: asked.viewer)
        guard let secret else { return asked.redirect(.deadlineCalendar) }
        let words = asked.words
        let title = words(QueuePhrase.feed)
        return asked.page(
            title,
            trail: [
                (words(SitePhrase.desk), .desk), (words(DeskPhrase.calendar), .deadlineCalendar),
            ]
        ) {
            h1(.class("title")) { title }
            p { words(QueuePhrase.feedAddress) }
            p(.class("secret"), .id("feed-address")) {
                asked.site.settings.origin + Address.calendarFeed(secret).path
            }
            p(.class("hint")) { words(QueuePhrase.feedOnce) }
            p {
                asked.frame.link(
                    words(DeskPhrase.calendar), .deadlineCalendar, .class("button"))
            }
        }
    }
}
