/// A place in a file of a pack, counted from 1.
package struct Place: Hashable, Sendable {
    package let file: String
    package let line: Int
    package let column: Int

    package init(_ file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// What is wrong with a pack, for its author, as a compiler would say it.
package struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    package let place: Place
    package let severity: Severity
    package let message: String

    package init(_ place: Place, _ message: String, severity: Severity = .error) {
        self.place = place
        self.severity = severity
        self.message = message
    }

    /// The line a compiler would print: `packs/x/procedure.yaml:31:5: error: ...`.
    package var description: String {
        "\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(message)"
    }
}

/// Collects diagnostics while a pack is read, so that one run shows all that is wrong.
package final class Findings {
    package private(set) var diagnostics: [Diagnostic] = []
    /// How often something was found that keeps a thing from being understood.
    private(set) var failures = 0

    package init() {}

    package func report(
        _ place: Place, _ message: String, severity: Diagnostic.Severity = .error
    ) {
        failures += 1
        add(Diagnostic(place, message, severity: severity))
    }

    /// Reports what is too much, which keeps nothing else from being understood.
    package func report(superfluous place: Place, _ message: String) {
        add(Diagnostic(place, message))
    }

    private func add(_ diagnostic: Diagnostic) {
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// In the order of files, lines and columns.
    package var sorted: [Diagnostic] {
        diagnostics.sorted {
            ($0.place.file, $0.place.line, $0.place.column, $0.message)
                < ($1.place.file, $1.place.line, $1.place.column, $1.message)
        }
    }
}
