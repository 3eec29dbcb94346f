#if Server
import Dispatch
import Examining
import SampleHouse
import Team
import Testing

@testable import Web

/// What whoever watches exams is told, as it happens.
@Suite struct `A watch` {
    private let house: House
    private let lead: Actor
    private let proctor: Actor
    private let ada: Actor

    init() throws {
        house = try House()
        let root = try house.administrator()
        lead = try house.somebody("lead", [.lead], by: root)
        proctor = try house.somebody("proctor", [.proctor], by: root)
        ada = try house.somebody("ada", [.candidate], by: root)
        try house.desk.assign("final", of: "lesson", to: [ada.person.id], ExamWindow(), by: lead)
    }

    /// The next pieces that say something.
    private func next(_ iterator: inout AsyncStream<String>.Iterator) async throws -> String {
        for _ in 0..<2_000 {
            let piece = try #require(await iterator.next())
            if piece != ":\n\n" { return piece }
        }
        throw Silence()
    }

    private struct Silence: Error {}

    @Test func `tells all there is, then what changes, and what each may see`() async throws {
        let watch = Watch(house.desk, every: .milliseconds(2))
        var (one, other) = (watch.pieces(for: lead).makeAsyncIterator(), watch.pieces(for: proctor).makeAsyncIterator())
        #expect(try await next(&one) == "data: []\n\n")
        #expect(try await next(&other) == "data: []\n\n")
        let name = try house.desk.begin("final", of: "lesson", by: ada)
        let begun = try await next(&one)
        #expect(begun.hasPrefix("data: [{\"name\":\"\(name)\"") && begun.hasSuffix("\n\n"))
        #expect(
            begun.contains("\"candidate\":\"ada\"") && begun.contains("\"answered\":\"0 of 5\"") && !begun.contains("<")
        )
        try house.desk.handIn(name, by: ada)
        // The proctor sees that it is over, and not what it came to.
        var (told, seen) = (begun, "")
        while !told.contains("not passed") { told = try await next(&one) }
        while !seen.contains("handed in") { seen = try await next(&other) }
        #expect(told.contains("\"mark\":\"0 %\"") || told.contains("\"mark\":\"0"))
        #expect(seen.contains("\"mark\":\"\"") && !seen.contains("passed"))
    }

    @Test func `says nothing again, but that it is there`() async throws {
        let watch = Watch(house.desk, every: .milliseconds(1))
        var iterator = watch.pieces(for: lead).makeAsyncIterator()
        #expect(await iterator.next() == "data: []\n\n")
        for _ in 0..<5 { #expect(await iterator.next() == ":\n\n") }
    }

    /// Whoever may watch no longer asks anew, and is refused then.
    @Test func `ends after a while`() async {
        let watch = Watch(house.desk, every: .microseconds(10))
        var count = 0
        for await _ in watch.pieces(for: proctor) { count += 1 }
        #expect((1...151).contains(count))
        // Others who come later are told as the first was.
        var iterator = watch.pieces(for: lead).makeAsyncIterator()
        #expect(await iterator.next() == "data: []\n\n")
    }
}
#endif
