import Glibc
import PseudoTerminal
import Testing

@Suite struct `The scripts` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [[], ["a", "b"], [""], ["--prefix"]])
    func `install wants one folder`(arguments: [String]) throws {
        let result = try run(repository("script/install"), arguments, in: folder.path)
        #expect(result.code == 64)
        #expect(result.errors == "usage: script/install PREFIX     such as script/install ~/.local\n")
    }

    @Test(arguments: ["/proc/nowhere", "file", "file/further"])
    func `install says at once that a folder cannot be written to`(prefix: String) throws {
        try folder.write("", to: "file")
        let result = try run(repository("script/install"), [prefix], in: folder.path)
        let place = prefix.hasPrefix("/") ? prefix : folder.path(of: prefix)
        #expect(result.code == 73)
        #expect(
            result.errors
                == "\(place) cannot be written to. Name another folder, or run this as someone who may.\n")
    }

    /// A copy of the scripts has nothing built, and only these tools.
    @Test(arguments: ["run", "test", "install", "serve"])
    func `each says what is missing`(script: String) throws {
        let copy = try run(
            "/bin/bash",
            [
                "-c",
                """
                set -e
                cp -R "\(repository("script"))" . && mkdir tools
                for tool in bash dirname find mkdir mktemp realpath rm; do ln -s "$(command -v $tool)" tools; done
                """,
            ], in: folder.path)
        #expect(copy.code == 0, "\(copy.errors)")
        let result = try run(
            "/bin/bash", ["script/\(script)"] + (script == "install" ? ["prefix"] : []),
            environment: ["PATH": folder.path(of: "tools")], in: folder.path)
        #expect(result.code == 69)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("https://www.swift.org/install/linux"))
    }

    /// Each word is the name of a benchmark, none of them the place of another.
    @Test(arguments: [["nonsense"], ["exam", "nonsense"], ["nonsense", "exam"]])
    func `the benchmarks run those that are named, or say which there are`(words: [String]) throws {
        let result = try run(try builtExecutable("Benchmarks"), words, in: folder.path)
        #expect(result.code == 64)
        #expect(result.output.hasPrefix("no benchmark nonsense; there are "))
        #expect(result.output.contains(", history, ") && result.output.contains(", exam"))
    }

    /// What a protocol asks for is explained there, and an initialiser by the properties that it takes.
    @Test func `symbols that other modules see need a comment, or something that explains them`() throws {
        try folder.write(
            """
            /// Something that can be counted.
            package protocol Counted {
                /// How many there are.
                var count: Int { get }
            }

            /// A row of things.
            package struct Row: Counted, CustomStringConvertible {
                /// Each of them.
                package let things: [String]

                package init(things: [String]) { self.things = things }

                package init(of thing: String, times: Int) {
                    things = Array(repeating: thing, count: times)
                }

                package var count: Int { things.count }
                package var description: String { things.joined() }
                package var isEmpty: Bool { things.isEmpty }
                var first: String? { things.first }

                /// The last of them.
                ///
                /// - Parameter other: What is no parameter of it.
                package func last(count: Int, of kind: String) -> [String] { things }
            }
            """, to: "Row.swift")
        let result = try run(
            repository("script/undocumented"), [folder.path],
            environment: ["PATH": getenv("PATH").map { String(cString: $0) }])
        let lines = result.output.split(separator: "\n").map { $0.split(separator: "/").last ?? "" }
        #expect(result.code == 1)
        #expect(
            lines.map { $0.prefix { $0 != " " } } == [
                "Row.swift:14:", "Row.swift:20:", "Row.swift:26:", "Row.swift:26:",
            ])
    }
}
