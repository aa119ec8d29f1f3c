import ArgumentParser
import Engine
import Foundation
import Law
import Sheets

struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Compute a due day, and say why it is that day.",
        discussion: """
            Lengths: 5 working-days, 60 days (natural days), 6 months, 2 years, 24 hours.

            Example: yifa due --from 2023-09-28 --within "5 working-days"
            Example: yifa due --from "2023-09-28 09:30" --within "24 hours" --json
            Example: printf '2023-09-28\\t5 working-days\\n' | yifa due --batch
            """)

    @Option(
        help: "The day (YYYY-MM-DD) or moment (YYYY-MM-DD HH:MM) it runs from; not counted itself.")
    var from: String?

    @Option(help: "The length.")
    var within: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Read lines FROM<TAB>LENGTH from standard input, write one ISO day a line.")
    var batch = false

    func validate() throws {
        guard batch != (from != nil || within != nil), batch || from != nil && within != nil else {
            throw ValidationError("give --from and --within, or --batch alone")
        }
        if batch, json { throw ValidationError("--batch writes days, not JSON") }
    }

    func run() throws {
        let home = try Home.find()
        let calendar = try home.calendar()
        guard !batch else { return try Batch(calendar: calendar).run() }
        let counting = try Question.counting(from ?? "", within ?? "")
        guard let due = counting.due(by: calendar) else { return }
        if json {
            try Output.json(Explained(counting: counting, due: due, words: try home.words()))
        } else {
            Output.print(due.explanation(in: try home.words()).joined(separator: "\n"))
        }
    }

    /// The answer for a program.
    private struct Explained: Encodable {
        let from: String
        let within: String
        let day: String
        let moment: String
        let certain: Bool
        let why: [String]

        init(counting: Counting, due: DueDate, words: Words) {
            from = counting.start.description
            within = counting.length.description
            day = due.day.description
            moment = due.moment.description
            certain = due.isCertain
            why = Array(due.explanation(in: words).dropFirst())
        }
    }
}

/// A start and a length as a person writes them.
enum Question {
    static func counting(_ from: some StringProtocol, _ within: some StringProtocol) throws
        -> Counting
    {
        let start = Day(iso: from).map { Moment($0) } ?? Moment(from)
        guard let start else {
            throw ValidationError(
                "'\(from.prefix(40))' is not a day such as 2023-09-28 (1900 to 2199) or a moment such as 2023-09-28 09:30"
            )
        }
        do {
            return Counting(from: start, try Length(parsing: within))
        } catch {
            throw ValidationError(error.description)
        }
    }
}

/// Many questions at once.
struct Batch {
    let calendar: WorkingCalendar

    func run() throws {
        var answers = ""
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw failure(
                    number, "expected FROM<TAB>LENGTH, found '\(line.prefix(60))'", after: answers)
            }
            do {
                let due = try Question.counting(parts[0], parts[1]).due(by: calendar)
                answers += (due?.day.description ?? "") + "\n"
            } catch let error as ValidationError {
                throw failure(number, error.message, after: answers)
            }
            if answers.utf8.count > 1 << 16 {
                Output.write(answers, to: .standardOutput)
                answers = ""
            }
        }
        Output.write(answers, to: .standardOutput)
    }

    private func failure(_ line: Int, _ reason: String, after answers: String) -> ValidationError {
        Output.write(answers, to: .standardOutput)
        return ValidationError("line \(line): \(reason)")
    }
}
