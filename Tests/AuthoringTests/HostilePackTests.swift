import Foundation
import PseudoTerminal
import Testing

@testable import Authoring
@testable import Content

/// What someone may put in the place of terms.yaml, and the one problem that comes of it.
private struct Hostility: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let problem: String

    init(_ name: String, _ text: String, _ problem: String) {
        self.init(name, Array(text.utf8), problem)
    }

    init(_ name: String, _ bytes: [UInt8], _ problem: String) {
        testDescription = name
        self.bytes = bytes
        self.problem = problem
    }
}

private let tooDeep = "values are nested too deeply; no part of a pack needs more than 20 levels"
private let alias = "YAML anchors and aliases are not read here; write the value out wherever it is meant"

private let hostilities = [
    Hostility(
        "ten megabytes", [UInt8](repeating: 0x61, count: 10_000_000),
        "1:1: error: the file has more than 256 kB; split it into a folder of files"),
    Hostility("NUL", "terms: a\0b", "1:9: error: the character U+0000 does not belong in a pack; delete it"),
    Hostility("ESC", "# é\nterms: \u{1B}[2J", "2:8: error: the character U+001B does not belong in a pack; delete it"),
    Hostility(
        "a C1 control", "terms: \u{9B}2J", "1:8: error: the character U+009B does not belong in a pack; delete it"),
    Hostility(
        "text turned round", "terms: \u{202E}x", "1:8: error: the character U+202E does not belong in a pack; delete it"
    ),
    Hostility(
        "unseen text", "terms: \u{E0041}", "1:8: error: the character U+E0041 does not belong in a pack; delete it"),
    Hostility(
        "a second byte order mark", "terms: \u{FEFF}",
        "1:8: error: the character U+FEFF does not belong in a pack; delete it"),
    Hostility(
        "no character", "terms: \u{FFFE}", "1:8: error: the character U+FFFE does not belong in a pack; delete it"),
    Hostility(
        "broken UTF-8", Array("terms:\n  é".utf8) + [0xFF, 0x61],
        "2:4: error: the file is not UTF-8 text; save it as UTF-8"),
    Hostility("cut UTF-8", Array("a".utf8) + [0xE2, 0x82], "1:2: error: the file is not UTF-8 text; save it as UTF-8"),
    Hostility("a surrogate", [0xED, 0xA0, 0x80], "1:1: error: the file is not UTF-8 text; save it as UTF-8"),
    Hostility("nothing", "", "1:1: error: the file is empty; fill it in, or delete it"),
    Hostility("only comments", "# one\n# two\n", "1:1: error: the file is empty; fill it in, or delete it"),
    Hostility("only a byte order mark", "\u{FEFF}", "1:1: error: the file is empty; fill it in, or delete it"),
    Hostility("a list of nothing", "[]", "1:1: error: expected a terms file: a mapping of keys, found a list"),
    Hostility(
        "an escape in quotes", "\"\\e[2J\"",
        "1:1: error: expected a terms file: a mapping of keys, found \"\u{FFFD}[2J\""),
    Hostility("flow without end", String(repeating: "[", count: 10_000), "1:1: error: \(tooDeep)"),
    Hostility(
        "deep flow", "terms: " + String(repeating: "[", count: 30) + String(repeating: "]", count: 30),
        "1:27: error: \(tooDeep)"),
    Hostility("flow that hides its depth", String(repeating: "[\"]\",", count: 10_000), "1:3976: error: \(tooDeep)"),
    Hostility("blocks without end", String(repeating: "- ", count: 10_000), "1:1999: error: \(tooDeep)"),
    Hostility(
        "blocks without end on old Macs", "a:\r" + String(repeating: "- ", count: 10_000), "2:1999: error: \(tooDeep)"),
    Hostility(
        "steps without end", (0..<700).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "20:20: error: \(tooDeep)"),
    Hostility(
        "laughs", laughs(levels: 9),
        "3:1: error: more than 6 words begin with *, as YAML's aliases do; write the values out, and take the stars off"
    ),
    Hostility(
        "few laughs as a key", "a: &a [x, x]\n? [*a, *a, *a]\n: y\n? [*a, *a, *a]\n: z\n",
        "2:3: error: a key stands more than once in this mapping; keep one of them"),
    Hostility("an anchor", "terms: &a []\nfacts: *a\n", "1:8: error: \(alias)"),
    Hostility(
        "an anchor in itself", "terms: &a [*a]",
        "1:12: error: YAML anchors and aliases are not read here; put quotes round text that begins with *"),
    Hostility(
        "an alias of nothing", "terms: *b",
        "1:8: error: YAML anchors and aliases are not read here; put quotes round text that begins with *"),
    Hostility("a merge key", "terms:\n  - &a { id: b }\n  - <<: *a\n", "2:5: error: \(alias)"),
    Hostility(
        "a binary", "terms: !!binary QQ==",
        "1:8: error: the YAML tag \"tag:yaml.org,2002:binary\" means nothing here; take it off"),
    Hostility(
        "a tag of its own", "terms: !run []", "1:8: error: the YAML tag \"!run\" means nothing here; take it off"),
    Hostility(
        "two documents", "terms: []\n---\nterms: []\n",
        "2:1: error: the file holds more than one YAML document; take out the line ---"),
    Hostility("a list for a key", "? [a, b]\n: c\n", "1:3: error: a key is one word, not a list or a mapping"),
    Hostility(
        "a number for a key", "1: c\n",
        "1:1: error: unknown key \"1\" in a terms file; known are terms, facts, abbreviations"),
    Hostility(
        "a key of nothing", "\"\": c\n",
        "1:1: error: unknown key \"\" in a terms file; known are terms, facts, abbreviations"),
    Hostility(
        "a merge key of nothing", "<<: { terms: [] }\n",
        "1:1: error: unknown key \"<<\" in a terms file; known are terms, facts, abbreviations"),
    Hostility(
        "an unreadable version", "%YAML 9.9\n---\nterms: []\n",
        "1:1: error: this is not YAML: found incompatible YAML document; check the quotes and the indentation of this line and the one before"
    ),
]

/// Each level ten times the one before.
private func laughs(levels: Int) -> String {
    (0..<levels).map { level in
        let below = level == 0 ? "lol" : "*l\(level - 1)"
        return "l\(level): &l\(level) [" + Array(repeating: below, count: level < 2 ? 1 : 10).joined(separator: ",")
            + "]\n"
    }.joined()
}

@Suite struct HostilePackTests {
    @Test(arguments: hostilities) private func `a hostile file is one problem, found at once`(hostility: Hostility)
        throws
    {
        let folder = try PackFolder()
        try folder.write(hostility.bytes, to: "terms.yaml")
        let start = processorTime()
        let problems = folder.read().problems
        #expect(processorTime() - start < .seconds(1))
        #expect(problems.map(\.description) == ["terms.yaml:" + hostility.problem])
    }

    @Test(arguments: ["\\e[31m", "\\0", "\\x07", "\\u202E", "\\u200B", "\\x9b2J"])
    func `an escape in a value never gets out of it`(escape: String) throws {
        let folder = try PackFolder()
        let scalar = "\"a\(escape)b\""
        for (file, old) in [
            ("terms.yaml", "definition: a slow flow into a vein"), ("terms.yaml", "topic: before"),
            ("pack.yaml", "title: a small pack"), ("pack.yaml", "edition: \"1\""), ("codes.yaml", "each: 60"),
            ("codes.yaml", "{ id: injection, label: injection }"), ("scenarios.yaml", "date: 2026-03-02"),
            ("scenarios.yaml", "id: long-visit"), ("policies.yaml", "credit: started"),
            ("misconceptions.yaml", "exclusions: ignored"),
        ] {
            let key = old.prefix { $0 != ":" }
            try folder.write(try #require(PackFolder.valid[file]), to: file)
            try folder.replace(old, with: "\(key): \(scalar)\(key == "{ id" ? ", label: x }" : "")", in: file)
            let reading = folder.read()
            #expect(reading.pack == nil, "\(file) \(old)")
            for problem in reading.problems {
                #expect(
                    !problem.description.unicodeScalars.contains {
                        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value)
                            || [0x202E, 0x200B, 0x2028].contains($0.value)
                    })
            }
            try folder.write(try #require(PackFolder.valid[file]), to: file)
        }
        try folder.write("\(scalar): 1\n", to: "terms.yaml")
        #expect(folder.read().problems.allSatisfy { $0.description.contains("\u{FFFD}") })
        try folder.write("{\(scalar): 1, \(scalar): 2}\n", to: "terms.yaml")
        #expect(folder.read().problems.allSatisfy { $0.description.contains("\u{FFFD}") })
    }

    @Test func `no message grows with what it speaks of`() throws {
        let folder = try PackFolder()
        let long = String(repeating: "x", count: 1_000)
        try folder.write("\(long): 1\nterms: \(long)\nfacts: [{ topic: \(long), id: \(long) }]\n", to: "terms.yaml")
        let problems = folder.read().problems
        #expect(problems.count == 8)
        #expect(problems.allSatisfy { $0.description.utf8.count < 400 })
        try folder.write(Array("{\"\(long)\": 1, \"\(long)\": 2}".utf8), to: "terms.yaml")
        #expect(folder.read().problems.allSatisfy { $0.description.utf8.count < 400 })
    }

    @Test func `a file name cannot speak to the terminal`() throws {
        let folder = try PackFolder()
        try folder.write("wrong", to: "scenarios/\u{1B}[2J.yaml")
        try folder.write("wrong", to: "\u{202E}.yaml")
        let problems = folder.read().problems
        #expect(problems.count == 2)
        #expect(problems.allSatisfy { $0.description.contains("\u{FFFD}") })
    }

    @Test(arguments: [
        ("\u{FEFF}terms: 5\n", 1, 8), ("terms:\r\n  - 5\r\n", 2, 5), ("terms:\r  - 5\r", 2, 5),
        ("terms: [{ term: \"日本語 é 👩‍⚕️\", id: 'Ö' }]\n", 1, 35), ("# ü\n\"terms\": # é\n  é\n", 3, 3),
    ])
    func `lines and columns are counted as an editor counts them`(text: String, line: Int, column: Int) throws {
        let folder = try PackFolder()
        try folder.write(text, to: "terms.yaml")
        let positions = folder.read().problems.map(\.position)
        #expect(positions.contains(FilePosition("terms.yaml", line: line, column: column)), "\(positions)")
    }

    @Test func `line ends of Windows and a byte order mark change nothing`() throws {
        let folder = try PackFolder()
        for (file, text) in PackFolder.valid {
            try folder.write(
                "\u{FEFF}" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
                to: file)
        }
        let reading = folder.read()
        #expect(reading.problems == [])
        #expect(reading.pack == (try PackFolder().read().pack))
    }

    @Test func `the largest file that may be is read in a moment, whatever it holds`() throws {
        let folder = try PackFolder()
        for text in [
            "terms: " + String(repeating: "x", count: 250_000),
            "terms:\n" + String(repeating: "- {}\n", count: 50_000),
            (0..<20_000).map { "key\($0): 1\n" }.joined(),
            "terms: [" + String(repeating: "a,", count: 120_000) + "]",
            String(repeating: "[\"]\",", count: 900) + String(repeating: "a,", count: 120_000)
                + String(repeating: "]", count: 900),
            "terms:\n" + String(repeating: "- {" + (0..<50).map { "a\($0): 1," }.joined() + "}\n", count: 600),
        ] {
            try folder.write(text, to: "terms.yaml")
            let start = processorTime()
            #expect(folder.read().pack == nil)
            // Without optimization; a release build takes a fifth of it.
            #expect(processorTime() - start < .seconds(6))
        }
    }
}

@Suite struct HostileFolderTests {
    @Test(arguments: ["/etc/passwd", "/dev/zero", "../outside.yaml", "nowhere"])
    func `a link in position of a file is not followed`(target: String) throws {
        let folder = try PackFolder()
        try "terms: []".write(toFile: folder.parent + "/outside.yaml", atomically: true, encoding: .utf8)
        try folder.link("terms.yaml", to: target)
        #expect(
            folder.read().problems.map(\.description) == [
                "terms.yaml:1:1: error: the file is a symbolic link; a pack holds its own files: copy it"
            ])
    }

    @Test func `a link in position of a section's folder is not followed, nor one inside it`() throws {
        let folder = try PackFolder()
        try folder.write("terms: [broken", to: "../outside/a.yaml")
        try folder.link("terms", to: "../outside")
        try folder.write("scenarios: []", to: "scenarios/ok.yaml")
        try folder.link("scenarios/a.yaml", to: "../../outside/a.yaml")
        #expect(
            folder.read().problems.map(\.description) == [
                "scenarios/a.yaml:1:1: error: the file is a symbolic link; a pack holds its own files: copy it",
                "terms:1:1: error: terms is a symbolic link; a pack holds its own files: copy it",
            ])
    }

    @Test func `a pipe, a folder and a socket in position of a file are not opened for ever`() throws {
        let folder = try PackFolder()
        for file in ["codes.yaml", "terms.yaml", "policies.yaml"] { try folder.remove(file) }
        #expect(mkfifo("\(folder.path)/codes.yaml", 0o600) == 0)
        try folder.write("", to: "policies.yaml/inner")
        try folder.bindSocket("terms.yaml")
        #expect(
            folder.read().problems.map(\.description) == [
                "codes.yaml:1:1: error: this is not a regular file",
                "policies.yaml:1:1: error: this is not a regular file",
                "terms.yaml:1:1: error: cannot read the file: No such device or address",
            ])
    }

    @Test func `a folder has only so many files and bytes`() throws {
        let folder = try PackFolder()
        for number in 0..<510 { try folder.write("terms: []", to: "terms/\(number).yaml") }
        #expect(folder.read().problems.map(\.message).contains("the pack has more than 500 files or 4000 kB"))
        let large = try PackFolder()
        let zeros = [UInt8](repeating: 0, count: 250_000)
        for number in 0..<20 { try large.write(zeros, to: "terms/\(number).yaml") }
        #expect(large.read().problems.map(\.message).contains("the pack has more than 500 files or 4000 kB"))
    }
}

extension PackFolder {
    func link(_ file: String, to target: String) throws {
        try? remove(file)
        try FileManager.default.createSymbolicLink(atPath: "\(path)/\(file)", withDestinationPath: target)
    }

    /// Opening a socket as a file fails, for root as for anyone.
    func bindSocket(_ file: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let target = Array("\(path)/\(file)".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: target.prefix($0.count - 1)) }
        let status = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(status == 0, "bind: \(errno)")
    }
}
