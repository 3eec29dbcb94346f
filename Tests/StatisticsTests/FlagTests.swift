import Quiz
import Testing

@Suite struct `Items` {
    /// Forty candidates, the better ones first: a good item, one with a wrong key, and two of a family on time.
    private func statistics() throws -> TestStatistics {
        let columns = [("good", "visits"), ("keyed wrong", "visits"), ("late", "days"), ("easy", "days")]
        let rows = (0..<40).map { candidate -> [ScoredResponse?] in
            let isGood = candidate < 20
            let isRight = candidate % 20 < (isGood ? 17 : 6)
            return [
                ScoredResponse(fraction: isRight ? 1 : 0, option: isRight ? nil : "rounds up", milliseconds: 20_000),
                ScoredResponse(
                    fraction: isGood ? 0 : 1, option: isGood ? "counts travel" : "key", milliseconds: 30_000),
                ScoredResponse(fraction: isRight == isGood ? 1 : 0, milliseconds: 130_000),
                ScoredResponse(fraction: candidate == 39 ? 0 : 1, milliseconds: 10_000 + candidate),
            ]
        }
        let matrix = try #require(
            ResponseMatrix(columns: columns.map { .init(name: $0.0, family: $0.1) }, rows: rows))
        return TestStatistics(
            of: matrix, passMark: 0.7, offered: ["keyed wrong": ["key", "counts travel", "forgets the add-on"]])
    }

    private func flags(of name: String) throws -> [ItemFlag] {
        let flagged = try #require(try statistics().items.first { $0.analysis.name == name })
        return flagged.flags
    }

    @Test func `whose wrong option draws those who know more are flagged`() throws {
        let flags = try flags(of: "keyed wrong")
        try #require(flags.count == 2)
        guard case .negativeDiscrimination(let item) = flags[0],
            case .attractiveWrongOption("counts travel", let option) = flags[1]
        else { throw Unexpected(flags: flags) }
        #expect(item < -0.4 && option > 0.4 && abs(item + option) < 1e-9)
    }

    /// One item of so many candidates, of whom some are right; the interval is Wilson's.
    private func flags(right: Int, of count: Int, offered: [String] = []) throws -> [ItemFlag] {
        let rows = (0..<count).map { [$0 < right ? 1.0 : 0, 1] }
        let analysis = try #require(TestStatistics(of: try matrix(rows), passMark: 0.5).items.first).analysis
        return ItemFlag.flags(of: analysis, offered: offered)
    }

    /// 39 of 40 may be 87 in a hundred, and 8 of 50 may be 28; 398 of 400 are 98.2 at least, 30 of 250 16.6 at most.
    @Test func `that nearly everybody or hardly anybody gets right are flagged where that is no chance`() throws {
        #expect(try flags(of: "easy").contains(.easy(difficulty: 0.975)) == false)
        #expect(try flags(right: 398, of: 400).contains(.easy(difficulty: 0.995)))
        #expect(try flags(right: 8, of: 50).isEmpty)
        #expect(try flags(right: 30, of: 250).contains(.hard(difficulty: 0.12)))
    }

    /// None of 40 may be 9 in a hundred; none of 100 are 3.7 at most.
    @Test func `with an option that nobody chooses are flagged where enough could have`() throws {
        #expect(try flags(right: 20, of: 40, offered: ["never"]).isEmpty)
        #expect(try flags(right: 50, of: 100, offered: ["never"]).contains(.idleOption("never", share: 0)))
    }

    /// Of 40 candidates one, the best, chose a wrong option.
    @Test func `are not judged by what one of many chose`() throws {
        let rows = (0..<40).map { candidate -> [ScoredResponse?] in
            let isBest = candidate == 0
            return [ScoredResponse(fraction: candidate % 2 == 1 ? 1 : 0, option: isBest ? "rounds up" : nil)]
                + (0..<9).map { ScoredResponse(fraction: isBest || $0 < candidate % 5 ? 1 : 0) }
        }
        let columns = (0..<10).map { ResponseMatrix.Column(name: "item \($0)", family: "family \($0)") }
        let matrix = try #require(ResponseMatrix(columns: columns, rows: rows))
        let first = try #require(TestStatistics(of: matrix, passMark: 0.6).items.first)
        #expect(first.analysis.options.first?.discrimination ?? 0 > 0.3)
        #expect(!first.flags.contains { if case .attractiveWrongOption = $0 { true } else { false } })
    }

    @Test func `that take three times the median are flagged`() throws {
        #expect(try flags(of: "late").contains(.slow(milliseconds: 130_000)))
        #expect(try statistics().items[2].analysis.time?.count == 40)
    }

    @Test func `of few responses say so`() throws {
        let item = try #require(TestStatistics(of: try matrix([[1, 1], [0, 0]]), passMark: 0.5).items.first).analysis
        #expect(ItemFlag.flags(of: item) == [.fewResponses(2)])
    }

    @Test func `tell of each option who chose it`() throws {
        let analysis = try statistics().items[1].analysis
        #expect(analysis.options.map(\.option) == ["counts travel", "key"])
        #expect(analysis.options.map(\.count) == [20, 20] && analysis.options.map(\.share) == [0.5, 0.5])
        #expect(analysis.options.map(\.fraction) == [0, 1])
        #expect((analysis.options[0].restMean ?? 0) > (analysis.options[1].restMean ?? 1))
    }

    @Test func `of one template are judged together against the rest`() throws {
        let families = try statistics().families.map(\.analysis)
        #expect(families.map(\.name) == ["visits", "days"])
        #expect(families.map(\.items) == [2, 2] && families.map(\.responses) == [80, 80])
        // 23 of 40 and 20 of 40.
        #expect(families[0].difficulty == 43.0 / 80)
        #expect(families[0].options.map(\.option) == ["counts travel", "key", "rounds up"])
    }

    private struct Unexpected: Error { let flags: [ItemFlag] }
}
