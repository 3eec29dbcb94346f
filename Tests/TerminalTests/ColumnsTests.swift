import Terminal
import Testing

@Suite struct `Columns` {
    @Test func `are as wide as their widest cell`() {
        #expect(columns([["a", "bcd"], ["efgh", "i"]]) == ["a     bcd", "efgh  i"])
    }

    @Test func `may be of different numbers`() {
        #expect(columns([["a"], [], ["bb", "c", "d"]]) == ["a", "", "bb  c  d"])
        #expect(columns([]) == [])
    }

    @Test func `leave nothing at the end of a line`() {
        #expect(columns([["a", ""], ["b", "c"]], indent: 2) == ["  a", "  b  c"])
        #expect(columns([[""]], indent: 4) == [""])
    }

    @Test func `stand to the right if they are told to`() {
        #expect(columns([["a", "1"], ["b", "200"]], gap: 1, rightAligned: [1]) == ["a   1", "b 200"])
        #expect(columns([["1", "a"], ["20", "b"]], rightAligned: [0]) == [" 1  a", "20  b"])
    }

    @Test func `line up what is wide or emphasised`() {
        let style = Style(isColoured: true)
        #expect(columns([["家", "x"], [style.bold("abc"), "y"]]) == ["家   x", style.bold("abc") + "  y"])
    }

    @Test func `take nonsense for none`() {
        #expect(columns([["a", "b"]], gap: -1, indent: -1) == ["ab"])
    }
}

@Suite struct `A bar` {
    @Test(arguments: [
        (0.0, "......"), (1, "######"), (0.5, "###..."), (0.04, "......"), (0.99, "######"), (-1, "......"),
        (7, "######"), (.nan, "......"), (.infinity, "######"), (-.infinity, "......"),
    ])
    func `shows a share`(_ fraction: Double, expected: String) {
        #expect(bar(fraction: fraction, width: 6) == expected)
    }

    @Test func `without room is empty`() {
        #expect(bar(fraction: 1, width: 0) == "")
        #expect(bar(fraction: 1, width: -3) == "")
    }
}
