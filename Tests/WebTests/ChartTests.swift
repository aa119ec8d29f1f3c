import Foundation
import HTML
import Law
import Testing

@testable import Web

/// Drawings of numbers.
@Suite struct ChartTests {
    @Test(arguments: [
        (0, 1, 1), (1, 1, 1), (7, 2, 8), (40, 10, 40), (41, 20, 60), (199, 50, 200),
        (12_345, 5000, 15_000),
    ])
    func aScaleIsRoundAndReachesTheLargestValue(most: Int, step: Int, end: Int) {
        let scale = Chart.Scale(most: most)
        #expect((scale.step, scale.end) == (step, end))
        #expect(scale.steps.first == 0 && scale.steps.last == end && scale.end >= most)
    }

    @Test func theDepthOfATileFollowsItsNumber() {
        let ramp = Chart.Ramp(most: 88)
        #expect([0, 19, 20, 79, 80, 88].map(ramp.level) == [0, 0, 1, 3, 4, 4])
        #expect(ramp.ranges.map(\.from) == [0, 20, 40, 60, 80])
        #expect(Chart.Ramp(most: 0).level(of: 0) == 0)
    }

    @Test func barsHaveTextAndLinksAndEscapeBoth() {
        let drawing = Chart.bars(
            label: "a & b", description: "in the table",
            [
                Chart.Point(name: "<1>", link: "/figures/x?year=2023&month=1", told: "1: 5"),
                Chart.Point(name: "2", link: nil, told: "2: 0"),
            ], [Chart.Series(title: "s", values: [5, 0])]
        ).markup
        #expect(drawing.contains("aria-label=\"a &amp; b\""))
        #expect(drawing.contains("<title>1: 5</title>"))
        #expect(drawing.contains("href=\"/figures/x?year=2023&amp;month=1\""))
        #expect(drawing.contains("&lt;1&gt;</text>"))
        #expect(drawing.components(separatedBy: "<a ").count == 2)
        #expect(!drawing.contains("style="))
    }

    @Test func aPointWithoutAValueIsDrawnAsNothing() {
        let point = Chart.Point(name: "1", link: nil, told: "1")
        let drawing = Chart.bars(
            label: "l", description: "d", [point], [Chart.Series(title: "s", values: [])])
        #expect(drawing.markup.contains("height=\"0\""))
    }

    @Test func everyStreetAndTownHasItsOwnTile() {
        let places = TileGrid.places(of: Array(TileGrid.known))
        #expect(places.count == 29)
        #expect(Set(places.map { "\($0.column),\($0.row)" }).count == 29)
    }

    @Test func organsOfAnotherDistrictStandInRows() {
        let places = TileGrid.places(of: ["a", "b", "c", "d", "e", "f", "g"])
        #expect(places.last.map { [$0.column, $0.row] } == [0, 1])
    }

    @Test func titlesOfOneKindLoseWhatTheyShare() {
        let towns = [
            Title(chinese: "区东升镇人民政府", english: "Dongsheng Town Government"),
            Title(chinese: "区温泉镇人民政府", english: "Wenquan Town Government"),
        ]
        let short = towns.shortened(keepingKind: true)
        #expect(short.map(\.chinese) == ["东升镇", "温泉镇"])
        #expect(short.map(\.english) == ["Dongsheng Town", "Wenquan Town"])
        #expect(towns.shortened(keepingKind: false).map(\.chinese) == ["东升", "温泉"])
    }

    @Test(arguments: [
        ("行政处罚（普通程序）", "行政处罚"), ("Penalty (simple)", "Penalty"), ("（全）", "（全）"), ("调解", "调解"),
    ])
    func aMatterIsNamedWithoutWhatTellsItsProceduresApart(title: String, short: String) {
        #expect(title.withoutParenthesis == short)
    }
}
