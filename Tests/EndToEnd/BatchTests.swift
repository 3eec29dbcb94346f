import PseudoTerminal
import Testing

@Suite struct `preceptor score --batch` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    private func score(_ input: [UInt8]) throws -> (code: Int32?, lines: [Substring]) {
        let result = try preceptor.call(["score", "--batch"], input: input)
        #expect(result.errors.isEmpty)
        return (result.code, result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
    }

    private func score(_ input: String) throws -> (code: Int32?, lines: [Substring]) { try score(Array(input.utf8)) }

    private let right = #"{"answer":"99601","minutes":60}"#
    private let isRight = #"{"verdict":"correct","score":1.0,"policy":"started-hour","#

    @Test func `keeps the order of thousands of lines`() throws {
        let count = 20_000
        let lines = (0..<count).map { number in
            number % 1_000 == 7 ? "{" : #"{"answer":"99601 x\#(number % 9_000 + 1)","minutes":60}"#
        }
        let (code, results) = try score(lines.joined(separator: "\n") + "\n")
        #expect(code == 65)
        try #require(results.count == count)
        let misplaced = results.enumerated().filter { number, line in
            number % 1_000 == 7
                ? !line.hasPrefix(#"{"error":"#)
                : !line.contains(#""answer":[{"code":"99601","modifiers":[],"units":\#(number % 9_000 + 1)}]"#)
        }
        #expect(misplaced.isEmpty, "\(misplaced.prefix(3))")
    }

    @Test func `says the same as one answer at a time`() throws {
        let lines = try score(
            #"{"answer":"99602 x3","scenario":"iv-antibiotics","policy":"cpt-midpoint"}"# + "\n"
                + #"{"answer":"99602 x3","start":"22:00","stop":"01:00","pack":"home-infusion"}"# + "\n"
                + #"{"answer":"99506","minutes":20,"primary":"99506","policy":"full-hour"}"# + "\n"
        ).lines
        let one = try preceptor(
            "score", "99602 x3", "--scenario", "iv-antibiotics", "--policy", "cpt-midpoint", "--json")
        let two = try preceptor("score", "99602 x3", "--start", "22:00", "--stop", "01:00", "--json")
        let three = try preceptor(
            "score", "99506", "--minutes", "20", "--primary", "99506", "--policy", "full-hour", "--json")
        #expect(lines.map { $0 + "\n" } == [one, two, three].map { $0.output[...] })
    }

    @Test func `takes a policy and a pack for every line`() throws {
        let result = try preceptor(
            "score", "--batch", "--pack", lesson, "--policy", "started-hour",
            input: #"{"answer":"99601,99602","scenario":"half-an-hour-more"}"#)
        #expect(result.code == 0)
        #expect(result.output.hasPrefix(isRight))
    }

    @Test func `a wrong answer is no fault of the batch`() throws {
        let (code, lines) = try score(#"{"answer":"none","minutes":60}"#)
        #expect(code == 0)
        #expect(lines.count == 1 && lines[0].hasPrefix(#"{"verdict":"incorrect""#))
    }

    @Test(arguments: [
        "", "\n", "\n\n \t\n\r\n",
    ])
    func `no lines are no results`(input: String) throws {
        let (code, lines) = try score(input)
        #expect(code == 0)
        #expect(lines.isEmpty)
    }

    @Test func `takes empty lines, carriage returns and a last line without an end`() throws {
        let (code, lines) = try score("\n\(right)\r\n\r\n   \n\(right)\n\n\(right)")
        #expect(code == 0)
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasPrefix(isRight) })
    }

    /// Lines that cannot be scored, each between two that can.
    @Test(arguments: [
        (#"{"answr":"99601","minutes":60}"#, #""message":"unknown key answr; did you mean answer?","line":2}"#),
        (#"{"answer":"99601","minuten":60,"x":1}"#, #"unknown key "#),
        (#"{"minutes":60}"#, #""message":"the line has no answer","line":2}"#),
        (#"{"answer":99601,"minutes":60}"#, #""message":"the value of answer has the wrong type","line":2}"#),
        (#"{"answer":"99601","minutes":"60"}"#, #""message":"the value of minutes has the wrong type","line":2}"#),
        (#"{"answer":"99601","minutes":1.5}"#, #"{"error":{"message":""#),
        (#"{"answer":"99601","minutes":1e300}"#, #"{"error":{"message":""#),
        (#"{"answer":"99601","minutes":99999999999999999999}"#, #"{"error":{"message":""#),
        (#"{"answer":null,"minutes":60}"#, #"the value of answer has the wrong type"#),
        (#"{"answer":"9960l","minutes":60}"#, #"a letter l; did you mean 99601?","offset":4,"length":1,"line":2}"#),
        (#"{"answer":"","minutes":60}"#, #""message":"nothing to read; an answer looks like "#),
        (#"{"answer":"99601"}"#, #""message":"a line has one of scenario, minutes, or start with stop","line":2}"#),
        (#"{"answer":"99601","minutes":60,"scenario":"iv-antibiotics"}"#, #"a line has one of scenario"#),
        (#"{"answer":"99601","minutes":60,"start":"09:00","stop":"10:00"}"#, #"a line has one of scenario"#),
        (#"{"answer":"99601","start":"09:00"}"#, #""message":"start and stop go together","line":2}"#),
        (#"{"answer":"99601","minutes":-1}"#, #""message":"minutes are 0 to 1440, not -1","line":2}"#),
        (#"{"answer":"99601","scenario":"iv-antibiotic"}"#, #"did you mean iv-antibiotics"#),
        (#"{"answer":"99601","minutes":60,"policy":"full"}"#, #"did you mean full-hour?"#),
        (#"{"answer":"99601","minutes":60,"pack":"home-infusio"}"#, #"did you mean home-infusion?"#),
        (#"{"answer":"99601","minutes":60,"primary":"99603"}"#, #"did you mean 99601 or 99602?"#),
        (#"["99601",60]"#, #""message":"the line is not a JSON object","line":2}"#),
        (#""99601""#, #""message":"the line is not a JSON object","line":2}"#),
        ("99601 x1", #""message":"the line is not a JSON object","line":2}"#),
        (#"{"answer":"99601","minutes":60} {}"#, #""message":"the line is not a JSON object","line":2}"#),
        ("{\"answer\":\"99601\",\"minutes\":60", #""message":"the line is not a JSON object","line":2}"#),
        (#"{"answer":"99601","minutes":240.0000000000000000000001}"#, #""message":"minutes are whole and 0 to 1440""#),
        (#"{"answer":"99601","minutes":1e-400}"#, #""message":"minutes are whole and 0 to 1440""#),
        (#"{"answer":"none","minutes":5,"minutes":60}"#, #""message":"minutes appears twice","line":2}"#),
        (#"{"answer":"none","minutes":60,"answer":"99601"}"#, #""message":"answer appears twice","line":2}"#),
        (#"{"answer":"99601","minutes":60,"id":1.5}"#, #""message":"the value of id has the wrong type","line":2}"#),
        ("\u{FEFF}{}", #"{"error":{"message":""#),
    ])
    func `an error stands in its line's place`(line: String, message: String) throws {
        let (code, lines) = try score("\(right)\n\(line)\n\(right)\n")
        #expect(code == 65)
        try #require(lines.count == 3)
        #expect(lines[0].hasPrefix(isRight) && lines[2].hasPrefix(isRight))
        #expect(lines[1].hasPrefix(#"{"error":{"message":""#) && lines[1].hasSuffix("}}"))
        #expect(lines[1].contains(message), "\(lines[1])")
    }

    @Test(arguments: [
        (
            #"{"answer":"none","minutes":0.5,"id":"a"}"#,
            #"{"id":"a","error":{"message":"minutes are whole and 0 to 1440""#
        ),
        (#"{"answer":"none","mins":5,"id":7}"#, #"{"id":7,"error":{"message":"unknown key mins"#),
        (#"{"answer":"none","answer":"0","id":"b"}"#, #"{"id":"b","error":{"message":"answer appears twice""#),
    ])
    func `an error is told with the line's id, wherever that stands`(line: String, error: String) throws {
        let (code, lines) = try score(line)
        #expect(code == 65)
        #expect(lines.count == 1 && lines[0].hasPrefix(error), "\(lines)")
    }

    /// Bytes that are no text, or too many of them, each between two lines that can be scored.
    @Test(arguments: [
        Array("{\"answer\":\"99601\0\",\"minutes\":60}".utf8), [0], [0xFF, 0xFE], [0xC3, 0x28],
        Array("{\"answer\":\"".utf8) + [0xED, 0xA0, 0x80] + Array("\",\"minutes\":60}".utf8),
        Array(#"{"answer":"\ud800","minutes":60}"#.utf8),
        [UInt8](repeating: UInt8(ascii: "["), count: 60_000),
        Array(#"{"answer":"#.utf8) + [UInt8](repeating: UInt8(ascii: "["), count: 60_000),
        Array(String(repeating: #"{"answer":"#, count: 6_000).utf8),
        [UInt8](repeating: UInt8(ascii: "9"), count: 60_000),
    ])
    func `no bytes can do harm`(line: [UInt8]) throws {
        let good = Array("\(right)\n".utf8)
        let (code, lines) = try score(good + line + [0x0A] + good)
        #expect(code == 65)
        try #require(lines.count == 3)
        #expect(lines[0].hasPrefix(isRight) && lines[2].hasPrefix(isRight))
        #expect(lines[1].hasPrefix(#"{"error":{"message":""#))
        #expect(lines[1].utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test(arguments: [
        #"{"answer":"9\u00396\u0030\u0031","minutes":6e1}"#, "\t{ \"minutes\" : 60.0 ,\r \"answer\" : \"99601\" } ",
        #"{"minutes":600e-1,"answer":"\t99601\n"}"#, #"{"answer":"99601","minutes":0.6E+2}"#,
        #"{"\u0061nswer":"99601","minutes":60}"#,
    ])
    func `takes what is written in any way that JSON knows`(line: String) throws {
        let (code, lines) = try score(line)
        #expect(code == 0)
        #expect(lines.count == 1 && lines[0].hasPrefix(isRight), "\(lines)")
    }

    @Test(arguments: [
        #"{"answer":"99601","minutes":60,}"#, #"{"answer":"99601","minutes":060}"#,
        #"{"answer":"99601","minutes":60.}"#, #"{"answer":"99601","minutes":6.e1}"#,
        #"{"answer":"99601","minutes":6e}"#,
        #"{"answer":"99601","minutes":--60}"#, #"{"answer":"99601" "minutes":60}"#, #"{"answer":"99601","minutes":60"#,
        #"{"answer":"99601","minutes":60} {}"#, #"{"answer":"99601\x","minutes":60}"#, #"["answer"]"#,
        #"{"answer":"\u12","minutes":60}"#, #"{"answer":"\ud83d\u0041","minutes":60}"#,
        #"{"minutes":60,"answer":"99601}"#,
        #"{answer:"99601","minutes":60}"#, #"{,}"#,
    ])
    func `knows what is no JSON`(line: String) throws {
        #expect(try score(line).lines == [#"{"error":{"message":"the line is not a JSON object","line":1}}"#])
    }

    @Test func `a line of 10 MB is one error`() throws {
        let long = #"{"answer":""# + String(repeating: "99601 ", count: 1_700_000) + #"","minutes":60}"#
        let (code, lines) = try score("\(right)\n\(long)\n\(right)\n")
        #expect(code == 65)
        try #require(lines.count == 3)
        #expect(lines[1] == #"{"error":{"message":"the line is longer than 64 KiB","line":2}}"#)
        #expect(lines[2].hasPrefix(isRight))
        #expect(try score(long).lines == [#"{"error":{"message":"the line is longer than 64 KiB","line":1}}"#])
    }

    @Test func `every result can be matched to its line`() throws {
        let (code, lines) = try score(
            #"{"id":"first","answer":"99601","minutes":60}"# + "\n\n  \n"
                + #"{"answer":"9960l","minutes":60,"id":17}"# + "\n" + #"{"id":"","answer":5}"# + "\n{\n"
                + #"{"minutes":60,"id":-3,"answer":"99601"}"#)
        #expect(code == 65)
        try #require(lines.count == 5)
        #expect(lines[0].hasPrefix(#"{"id":"first","verdict":"correct","#))
        #expect(lines[1].hasPrefix(#"{"id":17,"error":{"message":"#) && lines[1].hasSuffix(#""line":4}}"#))
        #expect(lines[2] == #"{"id":"","error":{"message":"the value of answer has the wrong type","line":5}}"#)
        #expect(lines[3] == #"{"error":{"message":"the line is not a JSON object","line":6}}"#)
        #expect(lines[4].hasPrefix(#"{"id":-3,"verdict":"correct","#))
    }

    /// More than one block of input, which several cores score.
    @Test func `lines are counted over all of the input`() throws {
        let count = 40_000
        let lines = (1...count).map { $0 % 5 == 0 ? "" : $0 % 1_999 == 0 ? "{" : right }
        let results = try score(lines.joined(separator: "\n")).lines
        let wrong = (1...count).filter { lines[$0 - 1] == "{" }
        #expect(
            results.filter { $0.contains("error") }
                == wrong.map { #"{"error":{"message":"the line is not a JSON object","line":\#($0)}}"# })
        #expect(results.count == lines.count { !$0.isEmpty })
    }

    @Test func `takes the mark with which some programs begin UTF-8`() throws {
        let (code, lines) = try score("\u{FEFF}\(right)\n\(right)\n")
        #expect(code == 0)
        #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix(isRight) })
    }

    @Test(arguments: [false, true], [[], [0xFEFF]] as [[UInt16]])
    func `names UTF-16, with its mark and without`(isBigEndian: Bool, mark: [UInt16]) throws {
        let units = mark + Array("\(right)\n".utf16)
        let bytes = units.flatMap { unit in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return isBigEndian ? pair.reversed() : pair
        }
        let result = try preceptor.call(["score", "--batch"], input: bytes)
        #expect(result.code == 65 && result.output.isEmpty)
        #expect(result.errors.contains("standard input is UTF-16; turn it into UTF-8"))
    }

    @Test func `answers a caller who waits for each line`() throws {
        let result = try preceptor.bash(
            """
            coproc "$PRECEPTOR" score --batch
            program=$COPROC_PID
            exec 3>&"${COPROC[1]}" {COPROC[1]}>&-
            for answer in 99601 none; do
                echo '{"answer":"'$answer'","minutes":60}' >&3
                read -r -t 30 -u "${COPROC[0]}" line && echo "${line:0:20}"
            done
            exec 3>&-
            wait "$program"; echo "$?"
            """)
        #expect(result.output == "{\"verdict\":\"correct\"\n{\"verdict\":\"incorrec\n0\n", "\(result.errors)")
    }

    @Test func `one pack or policy that is not there is one mistake`() throws {
        for arguments in [["--policy", "full"], ["--pack", "home"]] {
            let result = try preceptor.call(["score", "--batch"] + arguments, input: Array("\(right)\n".utf8))
            #expect(result.code == 66)
            #expect(result.output.isEmpty)
        }
    }
}
