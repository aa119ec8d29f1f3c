import HTTPTypes
import Testing

@testable import Web

@Suite struct RouteTests {
    @Test func aPatternMatchesPathsOfItsShape() {
        let known = Routes.Known(pattern: "/cases/:case/notices/:n", methods: [.get])
        #expect(known.matches("/cases/a-1/notices/3"))
        #expect(!known.matches("/cases/a-1/notices"))
        #expect(!known.matches("/cases/a-1/proofs/3"))
    }
}
