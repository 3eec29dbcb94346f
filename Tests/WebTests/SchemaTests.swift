import Foundation
import Reports
import Testing

@testable import Web

@Suite struct `What programs send` {
    private static let person = Schema.object([
        .needed("name", .name), .free("roles", .list(.choice(["lead", "learner"]), most: 2)),
        .free("since", .optional(.moment)), .free("count", .integer(1...9)), .free("isIn", .flag),
        .free("share", .number),
        .free("more", .anyObject),
    ])

    private func problem(_ json: String, _ schema: Schema = person) -> String? {
        guard let value = JSONInput(Array(json.utf8)) else { return "no JSON" }
        return schema.problem(with: value)
    }

    @Test(arguments: [
        #"{"name":"x"}"#, #"{"name":"x","roles":[]}"#, #"{"name":"x","roles":["lead","learner"]}"#,
        #"{"name":"x","since":null}"#, #"{"name":"x","since":"2026-03-02T09:00:00Z"}"#,
        #"{"name":"x","since":"2026-03-02T09:00:00+01:00"}"#, #"{"name":"x","count":1}"#, #"{"name":"x","count":9}"#,
        #"{"name":"x","isIn":false}"#, #"{"name":"x","share":1}"#, #"{"name":"x","share":-0.5e3}"#,
        #"{"name":"x","more":{}}"#,
        #"{"name":"\ud83d\udc69"}"#, #" { "name" : "x" } "#,
    ]) func `is taken as it is described`(json: String) { #expect(problem(json) == nil) }

    @Test(arguments: [
        ("{}", "name is missing"), ("[]", "the body is no object"), ("null", "the body is no object"),
        ("7", "the body is no object"),
        (#"{"name":""}"#, "name has 1 to 200 characters"), (#"{"name":7}"#, "name is no text"),
        (#"{"name":null}"#, "name is no text"),
        (#"{"name":"x","nane":1}"#, "the body has nothing called nane"),
        (#"{"Name":"x"}"#, "the body has nothing called Name"),
        (#"{"name":"x","roles":"lead"}"#, "roles is no list"),
        (#"{"name":"x","roles":["king"]}"#, "roles.0 is one of lead, learner"),
        (#"{"name":"x","roles":["lead",7]}"#, "roles.1 is one of lead, learner"),
        (#"{"name":"x","roles":["lead","lead","lead"]}"#, "roles has at most 2 values"),
        (#"{"name":"x","since":"2026-03-02T09:00:00"}"#, "since is no moment such as 2026-03-02T09:00:00Z"),
        (#"{"name":"x","since":"2026-02-30T09:00:00Z"}"#, "since is no moment such as 2026-03-02T09:00:00Z"),
        (#"{"name":"x","since":1772442000}"#, "since is no moment such as 2026-03-02T09:00:00Z"),
        (#"{"name":"x","count":0}"#, "count is a whole number from 1 to 9"),
        (#"{"name":"x","count":1.5}"#, "count is a whole number from 1 to 9"),
        (#"{"name":"x","count":99999999999999999999}"#, "count is a whole number from 1 to 9"),
        (#"{"name":"x","count":"1"}"#, "count is a whole number from 1 to 9"),
        (#"{"name":"x","isIn":1}"#, "isIn is true or false"), (#"{"name":"x","isIn":"true"}"#, "isIn is true or false"),
        (#"{"name":"x","share":"1"}"#, "share is no number"), (#"{"name":"x","more":[]}"#, "more is no object"),
    ]) func `is told in what it is not as described`(json: String, says: String) { #expect(problem(json) == says) }

    @Test func `is counted in characters as JSON Schema counts them`() {
        for (text, isOne) in [("é", true), ("e\u{301}", false), ("👩🏽‍⚕️", false), ("ab", false)] {
            #expect((problem("\"\(text)\"", .text(shortest: 1, longest: 1)) == nil) == isOne, "\(text)")
        }
    }

    @Test(arguments: [
        "", " ", "{", "}", "{\"a\":}", "{'a':1}", "nul", "\"", "\u{FEFF}[]x", "[1] [2]", "01", "+1", ".5",
        "\"\u{1}\"",
        String(repeating: "[", count: 17) + String(repeating: "]", count: 17),
        String(repeating: "{\"a\":", count: 17) + "1" + String(repeating: "}", count: 17),
    ]) func `is no JSON, or goes too deep`(text: String) { #expect(JSONInput(Array(text.utf8)) == nil) }

    @Test func `goes sixteen deep, and brackets in texts are none`() {
        #expect(JSONInput(Array((String(repeating: "[", count: 16) + String(repeating: "]", count: 16)).utf8)) != nil)
        #expect(JSONInput(Array(#"["[[[[[[[[[[[[[[[[[[[[","\"[[[[[[[[[[[[[[[[[["]"#.utf8))?.list.count == 2)
        #expect(JSONInput([0xFF, 0xFE]) == nil && JSONInput([]) == nil)
    }

    @Test func `is read by its kind, and is nothing of another`() throws {
        let all = try #require(
            JSONInput(Array(#"{"t":"x","i":7,"n":0.5,"f":true,"z":null,"l":["a",1,"b"],"o":{}}"#.utf8)))
        #expect(all["t"].text == "x" && all["i"].integer == 7 && all["n"].real == 0.5 && all["i"].real == 7)
        #expect(all["f"].isTrue && all["z"] == .null && all["none"] == .null && all["l"].texts == ["a", "b"])
        #expect(
            all["i"].text == nil && all["t"].integer == nil && all["t"].list == [] && !all["t"].isTrue
                && all["t"]["x"] == .null)
        #expect(all["n"].integer == nil && all["f"].real == nil)
    }

    /// What is described says the same as what is held against values: a member that may be null, its bounds, its names.
    @Test func `is described as JSON Schema`() throws {
        let text = Self.person.json.text
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(json["type"] as? String == "object" && json["required"] as? [String] == ["name"])
        #expect(json["additionalProperties"] as? Bool == false)
        let members = try #require(json["properties"] as? [String: [String: Any]])
        #expect(members["name"]?["maxLength"] as? Int == 200 && members["name"]?["minLength"] as? Int == 1)
        #expect(members["count"]?["minimum"] as? Int == 1 && members["count"]?["maximum"] as? Int == 9)
        #expect(
            (members["since"]?["anyOf"] as? [[String: Any]])?.compactMap { $0["type"] as? String } == [
                "string", "null",
            ])
        #expect((members["roles"]?["items"] as? [String: Any])?["enum"] as? [String] == ["lead", "learner"])
        #expect(members["roles"]?["maxItems"] as? Int == 2 && members["isIn"]?["type"] as? String == "boolean")
    }
}
