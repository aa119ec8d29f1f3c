/// The words of the annual report.
package enum ReportPhrase: String, Phrase {
    package static let area = "report"

    case title
    case days
    case organ
    case indicator
    case value
    case exact
    case denominator
    case code
    case assumed
    case item
    case total
    case holds
    case fails
    case checked
    case totalsAdd
    case comparison
    case section
    case published
    case compared
    case reason
    case equal
    case differs
    case unknown
    case findings
    case tenThousands
    case counted
    case tenThousandYuan
    case percent
    case shareExact
    case noDenominator
    case noShare
    case computed
    case oneByOne
    case allowed
    case noIndicator
    case quoted
    case partExceeds
    case wouldHold
    case noBase
    case dividesBy
    case or
    case notBy
    case listed
}
