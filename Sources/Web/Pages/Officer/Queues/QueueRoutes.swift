import Hummingbird

/// Questions, call-backs and the calendar of terms.
enum QueueRoutes {
    static func add(to routes: Routes, _ memory: DeskMemory) {
        routes.get("/desk/consultations") { asked in try await InboxPage.answer(asked) }
        routes.get("/desk/call-backs") { asked in try await CallBackPage.answer(asked) }
        routes.get("/desk/calendar") { asked in try await CalendarPage.answer(asked, memory) }
        routes.post("/desk/calendar/key", CalendarAddress.change)
        routes.get("/calendar/:file") { asked in try await CalendarFeed.answer(asked) }
    }
}
