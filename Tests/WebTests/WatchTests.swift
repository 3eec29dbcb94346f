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

    /// One that looks when it is told to, whatever else the machine does.
    private func watch() -> Watch { Watch(house.desk, every: .seconds(3_600)) }

    /// The next piece that says something.
    private func next(_ iterator: inout AsyncStream<String>.Iterator, of watch: Watch) async throws -> String {
        for _ in 0..<20 {
            watch.lookNow()
            let piece = try #require(await iterator.next())
            if piece != ":\n\n" { return piece }
        }
        throw Silence()
    }

    private struct Silence: Error {}

    @Test func `tells all there is, then what changes, and what each may see`() async throws {
        let watch = watch()
        var (one, other) = (watch.pieces(for: lead).makeAsyncIterator(), watch.pieces(for: proctor).makeAsyncIterator())
        #expect(try await next(&one, of: watch) == "data: []\n\n")
        #expect(try await next(&other, of: watch) == "data: []\n\n")
        let name = try house.desk.begin("final", of: "lesson", by: ada)
        let begun = try await next(&one, of: watch)
        #expect(begun.hasPrefix("data: [{\"name\":\"\(name)\"") && begun.hasSuffix("\n\n"))
        #expect(
            begun.contains("\"candidate\":\"ada\"") && begun.contains("\"answered\":\"0 of 5\"") && !begun.contains("<")
        )
        try house.desk.handIn(name, by: ada)
        // The proctor sees that it is over, and not what it came to.
        var (told, seen) = (begun, "")
        while !told.contains("not passed") { told = try await next(&one, of: watch) }
        while !seen.contains("handed in") { seen = try await next(&other, of: watch) }
        #expect(told.contains("\"mark\":\"0 %\"") || told.contains("\"mark\":\"0"))
        #expect(seen.contains("\"mark\":\"\"") && !seen.contains("passed"))
    }

    @Test func `says nothing again, but that it is there`() async throws {
        let watch = watch()
        var iterator = watch.pieces(for: lead).makeAsyncIterator()
        #expect(try await next(&iterator, of: watch) == "data: []\n\n")
        for _ in 0..<3 {
            watch.lookNow()
            #expect(await iterator.next() == ":\n\n")
        }
    }

    @Test func `tells again what somebody who was slow to listen has missed`() async throws {
        let watch = watch()
        var iterator = watch.pieces(for: lead).makeAsyncIterator()
        for _ in 0..<7 { watch.lookNow() }
        var heard: [String?] = []
        for _ in 0..<4 { heard.append(await iterator.next()) }
        #expect(heard.contains("data: []\n\n"))
    }

    /// Whoever may watch no longer asks anew, and is refused then.
    @Test func `ends after a while`() async throws {
        let watch = watch()
        let pieces = watch.pieces(for: proctor)
        for _ in 0..<151 { watch.lookNow() }
        var count = 0
        for await _ in pieces { count += 1 }
        #expect((1...4).contains(count))
        // Others who come later are told as the first was.
        var iterator = watch.pieces(for: lead).makeAsyncIterator()
        #expect(try await next(&iterator, of: watch) == "data: []\n\n")
    }
}
#endif
