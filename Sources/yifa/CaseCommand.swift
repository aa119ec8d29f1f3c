import ArgumentParser

struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Open, carry on, read and list case files.",
        discussion: """
            Every act is checked against the law before it is recorded. What may not
            happen is refused with a code, a reason and the article; then nothing changes.

            Example: yifa case work --database haidian.db --organ justice
            """,
        subcommands: [
            CaseOpen.self, CaseAct.self, CaseConsult.self, CaseShow.self, CaseList.self,
            CaseWork.self,
            CaseSettle.self, CasePass.self,
        ])
}
