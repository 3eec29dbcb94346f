import Examining
import Foundation
import Scoring
import Signatures
import Team
import Testing

@testable import Web

@Suite struct `A request` {
    @Test(
        arguments: [
            ("/", []), ("/a", ["a"]), ("/a/b?c=d", ["a", "b"]), ("/a/", ["a", ""]), ("/%61%20b", ["a b"]),
            ("/ä", ["ä"]),
            ("/%C3%A4", ["ä"]), ("/a%3Fb", ["a?b"]), ("/...", ["..."]), ("/.a", [".a"]), ("/a?/../b", ["a"]),
        ] as [(String, [String])]) func `has a path of parts`(target: String, parts: [String])
    {
        #expect(WebRequest(.get, target, from: "a").path == parts)
    }

    @Test(arguments: [
        "", "a", "?", "*", "http://x/a", "/.", "/..", "/a/../b", "/%2e%2E/b", "/a%2Fb", "/%", "/%4", "/%zz", "/%C3",
        "/%FF",
        "/a%00", "/%0a", "/%7f", "/" + String(repeating: "a", count: 1_024),
    ]) func `has no path that a file system or a proxy would read otherwise`(target: String) {
        #expect(WebRequest(.get, target, from: "a").path == nil)
    }

    @Test(
        arguments: [
            ("preceptor=x", "x"), ("a=b; preceptor=x", "x"), ("preceptor=x; a=b", "x"), (" preceptor=x ", "x"),
            ("preceptor=a=b", "a=b"), ("preceptor=", ""), ("preceptor=x; preceptor=y", nil), ("Preceptor=x", nil),
            ("xpreceptor=x", nil), ("preceptor", nil), ("", nil), (";;", nil),
        ] as [(String, String?)]) func `has a cookie, or none where it is said twice`(header: String, value: String?)
    {
        #expect(WebRequest(.get, "/", fields: ["cookie": header], from: "a").cookie("preceptor") == value)
    }

    @Test(
        arguments: [
            ("a=1&b=2", "a", ["1"]), ("a=1&a=2", "a", ["1", "2"]), ("a", "a", [""]), ("a=", "a", [""]),
            ("=x", "", ["x"]),
            ("a=b=c", "a", ["b=c"]), ("a=%26%3D+%2B", "a", ["&= +"]), ("%61=x", "a", ["x"]), ("", "a", []),
            ("&&a=1&", "a", ["1"]),
            ("a=%F0%9F%91%A9", "a", ["👩"]),
        ] as [(String, String, [String])]) func `has fields`(text: String, name: String, values: [String]) throws
    {
        let form = try #require(FormFields(text))
        #expect(form.all(name) == values && form[name] == values.first ?? "" && form.has(name) == !values.isEmpty)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=x", "a=%ED%A0%80"])
    func `has no fields that nobody can read`(text: String) {
        #expect(FormFields(text) == nil)
    }

    @Test func `has fields up to a thousand`() {
        let thousand = Array(repeating: "a=1", count: 1_000).joined(separator: "&")
        #expect(FormFields(thousand)?.all("a").count == 1_000 && FormFields(thousand + "&a=1") == nil)
    }

    @Test func `is a form by what it is called`() {
        func form(_ type: String?) -> FormFields? {
            WebRequest(.post, "/", fields: type.map { ["content-type": $0] } ?? [:], body: Array("a=1".utf8), from: "a")
                .form
        }
        for type in ["application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; charset=utf-8"] {
            #expect(form(type)?["a"] == "1")
        }
        for type in [
            nil, "", "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=x",
        ] {
            #expect(form(type) == nil, "\(type ?? "none")")
        }
    }

    /// What is encoded can be decoded, sign by sign, and has only signs that may stand in any part of an address.
    @Test func `carries every text in an address`() {
        for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) + ["👩", "\u{10FFFF}", "\u{202E}"] {
            let (text, plain) = (
                "a\(scalar)b", Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.%")
            )
            #expect(text.encodedWithPercents.allSatisfy { plain.contains($0) })
            #expect(text.encodedWithPercents.decodedFromPercents.map { Array($0.utf8) } == Array(text.utf8))
        }
    }
}

@Suite struct `The parts of a form with files` {
    private static let line = "------x"

    private func read(_ body: String, _ type: String = "multipart/form-data; boundary=----x") -> Multipart? {
        Multipart(Array(body.utf8), type: type)
    }

    private func part(_ disposition: String, _ text: String) -> String {
        "\(Self.line)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(text)\r\n"
    }

    private static let end = line + "--\r\n"

    @Test(
        arguments: [
            (#"name="a""#, "a", nil), (#"name=a"#, "a", nil), (#"name="a"; filename="b.csv""#, "a", "b.csv"),
            (#"filename="b.csv"; name="a""#, "a", "b.csv"), (#"name="a"; filename="C:\x\b.csv""#, "a", "b.csv"),
            (#"name="a"; filename="../../etc/b""#, "a", "b"), (#"name="a"; filename="""#, "a", ""),
            (#"name="""#, "", nil),
            (#"NAME="a""#, "a", nil), (#"name="a"; filename="/""#, "a", ""),
        ] as [(String, String, String?)]) func `has parts by their names`(
            disposition: String, name: String, file: String?
        ) throws
    {
        let found = try #require(read(part(disposition, "text") + Self.end))
        let files = found.parts.map { part in part.file.map { UploadedFile(path: $0, bytes: part.bytes).name } }
        #expect(found.parts.map(\.name) == [name] && files == [file])
        #expect(found.parts[0].bytes == Array("text".utf8))
    }

    @Test(arguments: ["", "\r\n", "\r\n--", "------", "\u{0}\u{1}", "a\r\n\r\nb", "--\r\n----x", "\r\n\r\n"])
    func `has all of what a part holds`(text: String) throws {
        let found = try #require(read(part(#"name="a""#, text) + part(#"name="b""#, "c") + Self.end))
        #expect(found.parts.map { String(decoding: $0.bytes, as: UTF8.self) } == [text, "c"])
    }

    @Test func `is none where it is cut, or has another line between`() {
        let whole = part(#"name="a""#, "text") + part(#"name="b"; filename="c""#, "more") + Self.end
        #expect(read(whole)?.parts.count == 2 && read("before\r\n" + whole)?.parts.count == 2)
        for count in 0..<whole.utf8.count - 2 {
            #expect(
                Multipart(Array(whole.utf8.prefix(count)), type: "multipart/form-data; boundary=----x") == nil,
                "\(count)")
        }
        for type in [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=----y",
            "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
        ] {
            #expect(read(whole, type) == nil, "\(type)")
        }
        for part in ["Content-Disposition: form-data\r\n\r\nx", "X: y\r\n\r\nx", "x", ""] {
            #expect(read("\(Self.line)\r\n\(part)\r\n\(Self.end)") == nil, "\(part)")
        }
    }

    @Test func `has a thousand parts at most, each with a short head`() {
        let thousand = (0..<1_000).map { part("name=\"\($0)\"", "") }.joined()
        #expect(read(thousand + Self.end)?.parts.count == 1_000)
        #expect(read(thousand + part(#"name="x""#, "") + Self.end) == nil)
        let long = part("name=\"\(String(repeating: "x", count: 1_100))\"", "")
        #expect(read(long + Self.end) == nil)
    }

    @Test func `leaves out a file that was not chosen`() throws {
        let body =
            part(#"name="f"; filename="""#, "") + part(#"name="f"; filename="b""#, "x") + part(#"name="a""#, "1")
            + Self.end
        let form = FormFields(try #require(read(body)))
        #expect(form.files("f").map(\.name) == ["b"] && form["a"] == "1" && form.files("a") == [] && !form.has("f"))
    }
}

@Suite struct `JSON for scripts` {
    /// What a script reads of it is what was said, whatever the signs; and nothing of it ends a script.
    @Test func `is what was said, sign by sign`() throws {
        let texts =
            (0...0x2FF).compactMap(Unicode.Scalar.init).map { "a\($0)b" } + [
                "</script><!--", "\u{2028}\u{2029}", "👩🏽‍⚕️", "\"\u{301}", "\\u0041", "",
            ]
        let json = JSONText.object(texts.enumerated().map { ("k\($0)", JSONText.text($1)) })
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String])
        for (place, text) in texts.enumerated() {
            #expect(read["k\(place)"].map { Array($0.utf8) } == Array(text.utf8))
        }
        #expect(json.bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") })
    }

    @Test(arguments: [
        (JSONText.none, "null"), (.flag(true), "true"), (.number(.min), "-9223372036854775808"), (.list([]), "[]"),
        (.list([.number(1), .list([.none])]), "[1,[null]]"), (.object([]), "{}"),
        (.object([("a\"", .text("b"))]), #"{"a\"":"b"}"#),
    ]) func `is written as it is read`(json: JSONText, text: String) { #expect(json.written == text) }
}

@Suite struct `Where the server is` {
    @Test(arguments: [
        ("https://exams.example.org", "https://exams.example.org", true),
        ("http://localhost:8080/", "http://localhost:8080", false),
        ("HTTPS://Exams.Example.org", "https://exams.example.org", true),
        ("http://[::1]:8080", "http://[::1]:8080", false),
    ]) func `is read from an address`(text: String, origin: String, isSecure: Bool) throws {
        let place = try #require(PublicAddress(text))
        #expect(place.origin == origin && place.isSecure == isSecure)
        #expect(place.sessionCookie == (isSecure ? "__Host-preceptor" : "preceptor"))
    }

    @Test(arguments: [
        "", "exams.example.org", "https://", "https:///", "ftp://x", "https://x/y", "https://a@b", "https://a b",
        "https://ä.de",
        "javascript://x", "https://x?y", "https://x#y", "https://x//", "https://x\\y",
    ]) func `is nothing else`(text: String) { #expect(PublicAddress(text) == nil) }
}

@Suite struct `A refusal` {
    @Test(arguments: [
        (TeamError.Kind.signedOut, 401), (.forbidden, 403), (.invalid, 422), (.notFound, 404), (.taken, 409),
        (.tooMany(seconds: 7), 429), (.unavailable, 503), (.defect, 500),
    ]) func `has a status for each kind of people's errors`(kind: TeamError.Kind, status: Int) {
        let refusal = Refusal(TeamError(kind, "something secret of inside", mend: "do so"))
        #expect(refusal.status == status)
        #expect((refusal.seconds != nil) == [429, 503].contains(status))
        // Of defects nothing is told but that there is one.
        #expect(refusal.message.contains("secret") == (status != 500))
        let json = String(decoding: refusal.json.bytes, as: UTF8.self)
        #expect(json.contains("\"status\":\(status)") && refusal.json.status == status)
        #expect(refusal.message.hasSuffix(".") && refusal.message.first?.isUppercase == true)
    }

    @Test(arguments: [
        (ExamError.Kind.early(until: Moment(milliseconds: 1)), 403), (.forbidden, 403), (.invalid, 422),
        (.notFound, 404),
        (.taken, 409), (.changed, 409), (.inUse, 409), (.checkFailed, 409), (.unreadable, 409), (.cannotMake, 503),
        (.cannotKeep, 503), (.defect, 500),
    ]) func `has a status for each kind of exams' errors`(kind: ExamError.Kind, status: Int) {
        let refusal = Refusal(ExamError(kind, "something secret of inside"))
        #expect(refusal.status == status && refusal.message.contains("secret") == (status != 500))
    }

    @Test func `tells nothing of an error that nobody expected`() {
        struct Strange: Error { let password = "secret" }
        #expect(Refusal(Strange()).status == 500 && !Refusal(Strange()).message.contains("secret"))
    }
}

@Suite struct `What is counted of requests` {
    @Test func `is how many there were of each status, and how fast, as Prometheus reads it`() {
        let tally = Tally()
        for status in [200, 200, 404, 503, 200] { #expect(tally.counting { WebAnswer(status) }.status == status) }
        let lines = tally.text.split(separator: "\n").map(String.init)
        for line in [
            "preceptor_requests_total{status=\"200\"} 3", "preceptor_requests_total{status=\"404\"} 1",
            "preceptor_request_seconds_bucket{le=\"+Inf\"} 5", "preceptor_request_seconds_count 5",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        let buckets = lines.filter { $0.contains("_bucket") }.compactMap {
            $0.split(separator: " ").last.flatMap { Int($0) }
        }
        #expect(buckets == buckets.sorted() && buckets.last == 5 && tally.text.hasSuffix("\n"))
    }
}
