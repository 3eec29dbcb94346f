import Batch
import BundledPacks
import Content
import Reports
import Scoring
import Testing

@Suite struct `Scoring lines` {
    private func scorer(policy: String? = nil) throws -> BatchScorer {
        let pack = try visitPack()
        return BatchScorer(pack: "home-infusion", policy: policy) { name throws(Unscored) in
            guard name == "home-infusion" else { throw Unscored("no pack \(name)", isMissing: true) }
            return pack
        }
    }

    private func scored(_ line: String, by scorer: BatchScorer, number: Int = 1) -> (text: String, isScored: Bool) {
        var output: [UInt8] = []
        let isScored = scorer.score(Array("..\(line)".utf8)[2...], number: number, to: &output)
        return (String(decoding: output, as: UTF8.self), isScored)
    }

    @Test(arguments: [
        (#"{"answer":"99601","minutes":60}"#, "correct", "started-hour"),
        (#"{"answer":"99601 x1, 99602 x1","start":"09:00","stop":"12:00"}"#, "correct", "started-hour"),
        (#"{"answer":"99601, 99602","scenario":"ra-biologic","policy":"full-hour"}"#, "correct", "full-hour"),
        (#"{"answer":"99506","minutes":20,"primary":"99506"}"#, "correct", "started-hour"),
        (#"{"answer":"none","minutes":60}"#, "incorrect", "started-hour"),
        (#"{"answer":"99601 x1, 99602 x2","minutes":180}"#, "partial", "started-hour"),
    ])
    func `tells the verdict under a policy`(line: String, verdict: String, policy: String) throws {
        let (text, isScored) = scored(line, by: try scorer())
        #expect(isScored && text.hasSuffix("}\n"))
        #expect(text.hasPrefix(#"{"verdict":"\#(verdict)","#) && text.contains(#""policy":"\#(policy)""#), "\(text)")
    }

    @Test func `takes the policy of all lines where a line names none`() throws {
        let scorer = try scorer(policy: "full-hour")
        #expect(scored(#"{"answer":"99601","minutes":60}"#, by: scorer).text.contains(#""policy":"full-hour""#))
        #expect(
            scored(#"{"answer":"99601","minutes":60,"policy":"cpt-midpoint"}"#, by: scorer).text
                .contains(#""policy":"cpt-midpoint""#))
    }

    /// What is remembered of a visit is its key, and never what was answered to it.
    @Test func `judges each answer by itself, however often a visit was asked about`() throws {
        let scorer = try scorer()
        let answers = ["99601", "none", "99601 x2", "99602", "99601, 99602", "99506"]
        func all(_ answers: [String], by scorer: BatchScorer) -> [String] {
            answers.map { scored(#"{"answer":"\#($0)","minutes":60}"#, by: scorer).text }
        }
        let first = all(answers, by: scorer)
        #expect(all(answers.reversed(), by: scorer) == first.reversed())
        #expect(try all(answers, by: self.scorer()) == first && Set(first).count == answers.count)
    }

    /// Beyond this many visits all are forgotten, and what is said stays the same.
    @Test func `goes on as before once it has seen more visits than it remembers`() throws {
        let scorer = try scorer()
        let asked = #"{"answer":"99601","minutes":60}"#
        let before = scored(asked, by: scorer).text
        var output: [UInt8] = []
        for number in 0..<8_400 {
            output.removeAll(keepingCapacity: true)
            let (hour, minute) = (number / 60 % 24, number % 60)
            let stop = (number / 1_440 + 1) * 7
            let (until, past) = ((hour + stop / 60) % 24, (minute + stop) % 60)
            let clock = { (hour: Int, minute: Int) in
                "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
            }
            let line = #"{"answer":"none","start":"\#(clock(hour, minute))","stop":"\#(clock(until, past))"}"#
            _ = scorer.score(Array(line.utf8)[...], number: 1, to: &output)
            try #require(output.starts(with: #"{"verdict":"#.utf8), "\(line)")
        }
        #expect(scored(asked, by: scorer).text == before)
    }

    @Test(arguments: [
        (#"{"answer":"99601","minutes":60,"id":"é\n"}"#, #"{"id":"é\n","verdict":"correct""#, true),
        (#"{"id":-9,"answer":"99601","minutes":60}"#, #"{"id":-9,"verdict":"correct""#, true),
        (#"{"minutes":60,"id":4}"#, #"{"id":4,"error":{"message":"the line has no answer","line":12}}"#, false),
        (#"{"answer":"99601"}"#, #"{"error":{"message":"a line has one of scenario, minutes, or start"#, false),
        (#"{"answer":"99601","minutes":1,"start":"09:00"}"#, #"{"error":{"message":""#, false),
        (
            #"{"answer":"99601","minutes":1,"scenario":"ra-biologic"}"#, #"{"error":{"message":"a line has one of"#,
            false
        ),
        (
            #"{"answer":"99601","minutes":60,"pack":"other"}"#, #"{"error":{"message":"no pack other","line":12}}"#,
            false
        ),
        (
            #"{"answer":"9960l","minutes":60}"#, #"{"error":{"message":"99601 is spelled with a 1, not a letter l; "#,
            false
        ),
        ("", #"{"error":{"message":"the line is not a JSON object","line":12}}"#, false),
    ])
    func `tells what is wrong with a line, with its id and its number`(
        line: String, beginning: String, isRight: Bool
    ) throws {
        let (text, isScored) = scored(line, by: try scorer(), number: 12)
        #expect(isScored == isRight)
        if line.contains("9960l") {
            #expect(text.contains(#""offset":4,"length":1,"line":12}}"#), "\(text)")
        } else {
            #expect(text.hasPrefix(beginning), "\(text)")
        }
    }

    @Test func `asks for a pack once, there or not`() throws {
        let pack = try visitPack()
        var asked: [String] = []
        let scorer = BatchScorer(pack: "home-infusion", policy: nil) { name throws(Unscored) in
            asked.append(name)
            guard name == "home-infusion" else { throw Unscored("no pack \(name)", isMissing: true) }
            return pack
        }
        for _ in 0..<3 {
            #expect(scored(#"{"answer":"99601","minutes":60}"#, by: scorer).isScored)
            #expect(!scored(#"{"answer":"99601","minutes":60,"pack":"other"}"#, by: scorer).isScored)
        }
        #expect(asked == ["home-infusion", "other"])
    }

    @Test(arguments: [(64 * 1024, true), (64 * 1024 + 1, false)]) func `takes lines up to a length`(
        length: Int, isTaken: Bool
    ) throws {
        let end = #"","minutes":60}"#
        let beginning = #"{"answer":"99601"#
        let line = beginning + String(repeating: " ", count: length - beginning.utf8.count - end.utf8.count) + end
        let (text, _) = scored(line, by: try scorer())
        #expect(text.contains("the line is longer than 64 KiB") == !isTaken, "\(text.prefix(200))")
    }

    @Test func `gives the same as a value`() throws {
        let line = Array(#"{"answer":"99601","minutes":60,"id":1}"#.utf8)[...]
        let (json, isScored) = try scorer().result(of: line, number: 1)
        var output: [UInt8] = []
        json.write(to: &output)
        #expect(isScored)
        #expect(
            String(decoding: output, as: UTF8.self) + "\n"
                == scored(String(decoding: line, as: UTF8.self), by: try scorer()).text)
    }
}
