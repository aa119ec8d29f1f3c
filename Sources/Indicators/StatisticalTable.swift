package import Law

/// A statistical table whose form is prescribed, as data: rows of figures, columns by the choices of one field.
package struct StatisticalTable: Sendable, Equatable {
    /// A column: one choice of the field, under a heading shared by several.
    package struct Column: Sendable, Equatable {
        package let choice: String
        package let title: String
        package let group: String?

        package init(choice: String, title: String, group: String?) {
            self.choice = choice
            self.title = title
            self.group = group
        }
    }

    /// What fills a row.
    package enum Content: Sendable, Equatable {
        case heading
        case figure(Indicator.ID)
        case outcome(Outcome.ID)
        case stockAtStart(Indicator.ID)
        case stockAtEnd(Indicator.ID)
    }

    /// A row with its printed title.
    package struct Row: Sendable, Equatable {
        package let id: String
        package let title: String
        package let content: Content

        package init(id: String, title: String, content: Content) {
            self.id = id
            self.title = title
            self.content = content
        }
    }

    /// Rows whose sums must be equal in every column.
    package struct Check: Sendable, Equatable {
        package let left: [String]
        package let right: [String]

        package init(left: [String], right: [String]) {
            self.left = left
            self.right = right
        }
    }

    package let id: String
    package let title: Title
    package let basis: String
    package let results: Indicator.ID
    package let columns: [Column]
    package let rows: [Row]
    package let checks: [Check]

    package init(
        id: String, title: Title, basis: String, results: Indicator.ID, columns: [Column],
        rows: [Row], checks: [Check]
    ) {
        self.id = id
        self.title = title
        self.basis = basis
        self.results = results
        self.columns = columns
        self.rows = rows
        self.checks = checks
    }
}
