import PseudoTerminal
import Testing

@testable import Snapshots

@Suite struct `A snapshot` {
    @Test func `is recorded, then compared`() throws {
        let folder = try TemporaryFolder()
        let snapshot = Snapshot(path: folder.path(of: "a/b/name.txt"))
        try snapshot.record("one\ntwo")
        #expect(try folder.read("a/b/name.txt") == "one\ntwo\n")
        #expect(try snapshot.problem(with: "one\ntwo") == nil)
        #expect(try snapshot.problem(with: "one\ntwo\n") == nil)
        let problem = try #require(try snapshot.problem(with: "one\n2\nthree"))
        #expect(problem.hasSuffix("\n  one\n- two\n+ 2\n+ three"))
    }

    @Test func `that is missing says how to record it`() throws {
        let folder = try TemporaryFolder()
        let problem = try #require(try Snapshot(path: folder.path(of: "name.txt")).problem(with: "text"))
        #expect(problem.contains("PRECEPTOR_SNAPSHOTS=record"))
        #expect(problem.hasSuffix("\ntext\n"))
    }

    @Test func `that differs is a failure of the test`() throws {
        let folder = try TemporaryFolder()
        try folder.write("old\n", to: "name.txt")
        expectSnapshot("old", named: "name", in: folder.path)
        withKnownIssue {
            expectSnapshot("new", named: "name", in: folder.path)
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("- old\n+ new") }
        }
        #expect(try folder.read("name.txt") == "old\n")
    }

    @Test(arguments: [
        ("a\nb\nc\n", "a\nb\nc\n", "  a\n  b\n  c"),
        ("a\nb\nc\n", "a\nc\n", "  a\n- b\n  c"),
        ("a\nc\n", "a\nb\nc\n", "  a\n+ b\n  c"),
        ("a\nb\n", "x\ny\n", "- a\n- b\n+ x\n+ y"),
        ("", "a\n", "+ a"),
        ("a\n", "", "- a"),
        ("a\n\n", "a\n", "  a\n- "),
    ])
    func `differs line by line`(_ old: String, new: String, expected: String) {
        #expect(lineDifference(from: old, to: new) == expected)
    }
}
