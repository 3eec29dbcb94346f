import Foundation
import PseudoTerminal
import Testing

@testable import Batch

/// All members of an object, as they are told; `Malformed` where the bytes are none.
private func members(_ text: String) throws -> [(key: String, value: JSONMembers.Value)] {
    let bytes = Array("  \(text)".utf8)
    // A slice whose first index is not 0, as a line in a block of input has.
    var members = try JSONMembers(bytes[2...])
    var all: [(key: String, value: JSONMembers.Value)] = []
    while let member = try members.next() { all.append(member) }
    return all
}

@Suite struct `The members of a line` {
    @Test(
        arguments: [
            (#"{"a":"b"}"#, "a", .text("b")), (#"{"a":""}"#, "a", .text("")), (#"{"":1}"#, "", .integer(1)),
            (#"{"a":-0}"#, "a", .integer(0)), (#"{"a":12e2}"#, "a", .integer(1_200)), (#"{"a":1.5}"#, "a", .number),
            (" \t\r\n{ \"a\" : 7 } ", "a", .integer(7)),
            (#"{"a":"\"\\\/\b\f\n\r\t"}"#, "a", .text("\"\\/\u{8}\u{C}\n\r\t")),
            (#"{"a":"\u00e9\u20AC"}"#, "a", .text("é€")), (#"{"a":"\ud83d\ude00"}"#, "a", .text("😀")),
            (#"{"a":"é€😀"}"#, "a", .text("é€😀")), (#"{"\u0061\u0062":"x"}"#, "ab", .text("x")),
        ] as [(String, String, JSONMembers.Value)])
    func `are read as they are written`(text: String, key: String, value: JSONMembers.Value) throws {
        let found = try members(text)
        #expect(found.count == 1 && found[0] == (key, value))
    }

    @Test func `come in their order, and one that comes twice comes twice`() throws {
        let found = try members(#"{"b":1,"a":"2","b":3}"#)
        #expect(found.map(\.key) == ["b", "a", "b"])
        #expect(found.map(\.value) == [.integer(1), .text("2"), .integer(3)])
    }

    @Test(arguments: ["{}", " { } ", "\n{\t}\r\n"]) func `may be none`(text: String) throws {
        #expect(try members(text).isEmpty)
    }

    @Test(arguments: ["[]", "{}", "true", "false", "null"]) func `of other kinds are told and not read`(value: String)
        throws
    {
        var members = try JSONMembers(Array(#"{"a":\#(value)}"#.utf8)[...])
        let member = try #require(try members.next())
        #expect(member == ("a", .other))
    }

    @Test(arguments: [
        "", " ", "[]", "\"a\"", "1", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{\"a\":}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":01}", "{\"a\":1.}",
        "{\"a\":1e}", "{\"a\":\"b}", "{\"a\":\"\\\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ud83dx\"}", "{\"a\":\"\\ud83d\\u0041\"}", "{\"a\":\"\\ude00\"}",
        "{\"a\":\"\u{1}\"}", "{\"a\":\"\n\"}", "{\"a\":1}}", "{\"a\":1} {}", "{}x", "{\"a\":1}\0",
    ])
    func `are none of what is no object`(text: String) {
        #expect(throws: JSONMembers.Malformed.self) { try members(text) }
    }

    @Test(
        arguments: [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80]] as [[UInt8]])
    func `are text of UTF-8`(broken: [UInt8]) {
        let bytes = Array("{\"a\":\"".utf8) + broken + Array("\"}".utf8)
        #expect(throws: JSONMembers.Malformed.self) {
            var members = try JSONMembers(bytes[...])
            _ = try members.next()
        }
    }

    /// Objects of texts and whole numbers, written by Foundation in its way.
    @Test func `are what another writer of JSON meant`() throws {
        var random = Seeded(1)
        let pieces = ["a", "\"", "\\", "/", "\n", "\t", "\u{7F}", "é", "€", "😀", " ", "{", "\u{8}", "x1", "\u{2028}"]
        for _ in 0..<500 {
            func text() -> String {
                (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            var meant: [String: Any] = [:]
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                meant[text()] =
                    Bool.random(using: &random) ? text() as Any : Int.random(in: -1_000_000...1_000_000, using: &random)
            }
            let options: JSONSerialization.WritingOptions = Bool.random(using: &random) ? [.prettyPrinted] : []
            let written = try JSONSerialization.data(withJSONObject: meant, options: options)
            let found = try members(String(decoding: written, as: UTF8.self))
            #expect(found.count == meant.count)
            for (key, value) in found {
                switch value {
                case .text(let text): #expect(meant[key] as? String == text)
                case .integer(let number): #expect(meant[key] as? Int == number)
                case .number, .other: Issue.record("\(key) is neither text nor whole")
                }
            }
        }
    }

    /// Whatever becomes of a line, it ends: with its members, or as no object.
    @Test func `end, however a line is damaged`() {
        var random = Seeded(2)
        let whole = Array(#"{"answer":"99601 \u00e9\n","minutes":6.0e1,"id":-7,"x":{"y":[1,2]}}"#.utf8)
        var malformed = 0
        for _ in 0..<5_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: position)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: position)
                }
            }
            do {
                var members = try JSONMembers(bytes[...])
                var count = 0
                while let member = try members.next(), member.value != .other { count += 1 }
                #expect(count <= bytes.count)
            } catch {
                malformed += 1
            }
        }
        #expect((1_000..<5_000).contains(malformed), "\(malformed)")
    }
}
