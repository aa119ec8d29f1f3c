import Engine
import Hummingbird
import Office

/// The desk and what hangs on it.
enum DeskRoutes {
    static func add(to routes: Routes) {
        let memory = DeskMemory()
        routes.get("/desk") { asked in try await DeskPage.answer(asked, memory) }
        routes.post("/desk/assign") { asked, form in
            try await BulkAssign.answer(asked, form, memory)
        }
        routes.post("/desk/searches") { asked, form in
            let query = DeskFilter.safe(form["query"] ?? "")
            try await asked.office.save(search: query, as: form.text("title"), by: asked.viewer)
            memory.forget(asked.viewer.account)
            return asked.redirect(.deskList(query))
        }
        routes.post("/desk/searches/delete") { asked, form in
            try await asked.office.drop(search: form.text("id"), by: asked.viewer)
            memory.forget(asked.viewer.account)
            return asked.redirect(.desk)
        }
        routes.get("/cases") { asked in try await CasesPage.answer(asked) }
        SignatureRoutes.add(to: routes, memory)
        QueueRoutes.add(to: routes, memory)
    }
}
