import Testing

@testable import Content

@Suite struct SmallPackTests {
    @Test func `the small pack that the other tests break has no problem`() throws {
        let reading = try PackFolder().read()
        #expect(reading.problems.map(\.description) == [])
        #expect(reading.pack?.scenarios.count == 3)
    }
}
