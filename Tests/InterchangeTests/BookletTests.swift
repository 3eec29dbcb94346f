import Interchange
import Testing

@Suite struct `A booklet of items in order` {
    private let items = (1...4).map {
        RatingSheet.Item(
            id: "item-\($0)", section: "Visits", text: "How many, at \($0)?", key: "99601 x\($0)", task: "")
    }

    /// The booklet with marks: each by row, from 1, and rater.
    private func filled(_ marks: [(row: Int, rater: Int)], raters: Int = 2) -> [UInt8] {
        let lines = Booklet(items, raters: raters).csv.split(whereSeparator: \.isNewline).map(String.init)
        let rows = lines.enumerated().map { row, line in
            let own = marks.filter { $0.row == row }.map(\.rater)
            let stem = line.hasSuffix(String(repeating: ",", count: raters)) ? String(line.dropLast(raters)) : line
            return row == 0 ? line : stem + (1...raters).map { own.contains($0) ? ",x" : "," }.joined()
        }
        return Array((rows.joined(separator: "\n") + "\n").utf8)
    }

    private func read(_ files: [[UInt8]]) -> Bookmarks {
        Bookmarks(files.enumerated().map { ("\($0 + 1).csv", $1) }) { $0.hasPrefix("item-") }
    }

    @Test func `is read back with each rater's bookmark, whoever filled in which copy`() {
        let one = read([filled([(1, 1), (3, 2)])])
        #expect(one.problems == [] && one.items == items.map(\.id) && one.raters == ["rater 1", "rater 2"])
        #expect(one.before == [0, 2])
        let copies = read([filled([(5, 1)]), filled([(2, 2)])])
        #expect(copies.problems == [] && copies.before == [4, 1], "one went beyond the last item")
    }

    @Test func `is refused where a bookmark is missing, or there are two, or it is another booklet`() {
        #expect(
            read([filled([(1, 1)])]).problems == [
                "column rater 2: no bookmark; leave out the column of a rater who took no part"
            ])
        #expect(
            read([filled([(1, 1), (2, 1), (2, 2)])]).problems == [
                "1.csv: row 3, column rater 1: a second bookmark; another one is in 1.csv"
            ])
        #expect(read([filled([(1, 1)], raters: 1)]).problems == ["there is one rater; a cut score takes two at least"])
        let strange = Bookmarks([("a.csv", filled([(1, 1), (2, 2)]))]) { $0 != "item-3" }
        #expect(strange.problems == ["a.csv: row 4, column item: unknown item item-3"] && strange.before == [])
        #expect(
            read([Array("page,text\n1,a\n".utf8)]).problems[0].contains("no column is named item; is this a booklet"))
        let other = Array(
            String(decoding: filled([(1, 1), (2, 2)]), as: UTF8.self).split(separator: "\n").dropLast(2)
                .joined(separator: "\n").utf8)
        #expect(
            read([filled([(1, 1), (2, 2)]), other]).problems.contains { $0.contains("others than those of the first") })
    }
}
