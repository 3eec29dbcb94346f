import PseudoTerminal
import Testing

@Suite struct `preceptor score` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    @Test(arguments: [
        ("99601 x1, 99602 x1", 0 as Int32, "  Right.  99601 x1, 99602 x1\n"),
        ("99602 99601", 0, "  Right.  "),
        ("99601 x1", 1, "  Not quite.  yours  key\n"),
        ("99602 x2", 1, "  Not right.  yours  key\n"),
        ("none", 1, "  Not right.  yours  key\n"),
    ])
    func `says right, not quite or not right`(answer: String, code: Int32, beginning: String) throws {
        let result = try preceptor("score", answer, "--minutes", "180")
        #expect(result.code == code)
        #expect(result.output.hasPrefix(beginning))
        #expect(result.errors.isEmpty)
    }

    @Test(arguments: [
        ("9960l x1", "  9960l x1\n      ^\n", "a letter l; did you mean 99601?"),
        ("99601 x1.5", "  99601 x1.5\n         ^^^\n", "units are whole numbers, such as x2"),
        ("injection", "  injection\n  ^^^^^^^^^\n", "expected a code such as 99601, or a count such as x2"),
        ("", "  \n  ^\n", "nothing to read; an answer looks like 99601 x1, 99602 x2, or none"),
    ])
    func `points at what cannot be read`(answer: String, caret: String, message: String) throws {
        let result = try preceptor("score", answer, "--minutes", "180")
        #expect(result.code == 65)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("preceptor: the answer cannot be read\n" + caret))
        #expect(result.errors.hasSuffix(message + "\n"))
    }

    @Test func `writes JSON in one shape`() throws {
        let key =
            #"[{"code":"99601","modifiers":[],"units":1},{"code":"99602","modifiers":[],"units":1}]"#
        let right = try preceptor("score", "99601, 99602", "--minutes", "180", "--json")
        #expect(right.code == 0)
        #expect(
            right.output
                == #"{"verdict":"correct","score":1.0,"policy":"started-hour","answer":\#(key),"key":\#(key),"#
                + #""findings":[],"misconceptions":[]}"# + "\n")

        let wrong = try preceptor("score", "99602-SS x3", "--minutes", "180", "--json")
        #expect(wrong.code == 1)
        #expect(
            wrong.output.hasPrefix(
                #"{"verdict":"incorrect","score":0.0,"policy":"started-hour","#
                    + #""answer":[{"code":"99602","modifiers":["SS"],"units":3}],"key":\#(key),"#
                    + #""findings":[{"edit":""#))

        let partial = try preceptor("score", "99601", "--minutes", "180", "--json")
        #expect(partial.code == 1)
        #expect(partial.output.contains(#""verdict":"partial","score":0.5,"#))
        #expect(
            partial.output.contains(
                #""findings":[{"edit":"missing-code","severity":"underbilled","line":null,"message":"99602"#))
        #expect(partial.output.contains(#"","carc":null,"rarc":null,"source":""#))
        #expect(partial.output.hasSuffix(#""misconceptions":["add-on-is-two-hours","ignores-add-on"]}"# + "\n"))
    }

    @Test func `names reason codes and lines of a claim that comes back`() throws {
        let result = try preceptor(
            "score", "99601, 99602 x2", "--minutes", "150", "--policy", "cpt-midpoint", "--json")
        #expect(
            result.output.contains(#"{"edit":"units-exceed-time","severity":"denied","line":2,"message":""#)
                || result.output.contains(#"{"edit":"units-exceed-time","severity":"reduced","line":2,"message":""#))
        #expect(result.output.contains(#""carc":"151","rarc":"N362""#))
    }

    /// Each way of telling an encounter of three hours and a quarter.
    @Test(arguments: [
        ["--minutes", "195"], ["--start", "22:30", "--stop", "01:45"], ["--start", "9:00", "--stop", "12:15"],
        ["--minutes", "195", "--primary", "99601"], ["--scenario", "past-midnight"], ["--encounter", "facts.yaml"],
        ["--encounter", "scenario.yaml"],
    ])
    func `takes the encounter in every form`(encounter: [String]) throws {
        try preceptor.folder.write(
            "services: [{ kind: infusion, start: \"09:00\", stop: \"12:15\" }]\n", to: "facts.yaml")
        try preceptor.folder.write(
            """
            id: mine
            stem: A visit.
            encounter:
              date: 2026-05-04
              services:
                - { kind: specialty-drug, minutes: 195 }
            """, to: "scenario.yaml")
        let right = try preceptor.call(["score", "99601 x1, 99602 x2"] + encounter)
        #expect(right.code == 0, "\(right.output)\(right.errors)")
        let wrong = try preceptor.call(["score", "99601 x1, 99602 x1", "--policy", "started-hour"] + encounter)
        #expect(wrong.code == 1)
    }

    @Test func `takes another family by its first code`() throws {
        let result = try preceptor("score", "99506", "--minutes", "20", "--primary", "99506")
        #expect(result.code == 0)
    }

    @Test func `takes a pack from a folder`() throws {
        let result = try preceptor("score", "99601", "--scenario", "half-an-hour-more", "--pack", lesson)
        #expect(result.code == 0)
        #expect(result.output.contains("A guide"))
    }

    @Test(arguments: [
        (
            ["--scenario", "iv-antibiotic"],
            "no scenario iv-antibiotic in home-infusion; did you mean iv-antibiotics or cf-antibiotics?"
        ),
        (
            ["--minutes", "9", "--policy", "midpoint"],
            "no policy midpoint in home-infusion; did you mean cpt-midpoint?"
        ),
        (
            ["--minutes", "9", "--policy", "qqqq"],
            "no policy qqqq in home-infusion; preceptor pack show home-infusion lists what there is"
        ),
        (["--minutes", "9", "--pack", "home-infusio"], "no pack home-infusio; did you mean home-infusion?"),
        (["--minutes", "9", "--pack", "/tmp"], "the folder /tmp has no pack.yaml, so it is no pack"),
        (
            ["--minutes", "9", "--primary", "99603"],
            "no family with the code 99603 in home-infusion; did you mean 99601 or 99602?"
        ),
        (["--encounter", "nowhere.yaml"], "nowhere.yaml: cannot read the file: No such file or directory"),
    ])
    func `says what there is not, and what is near`(arguments: [String], message: String) throws {
        let result = try preceptor.call(["score", "99601"] + arguments)
        #expect(result.code == 66)
        #expect(result.output.isEmpty)
        #expect(result.errors == "preceptor: \(message)\n")
    }

    @Test func `lists all that is wrong with an encounter's file`() throws {
        try preceptor.folder.write(
            """
            place: 12
            services:
              - { kind: infusio, start: "9 o'clock", stop: "11:00" }
            """, to: "facts.yaml")
        let result = try preceptor("score", "99601", "--encounter", "facts.yaml")
        #expect(result.code == 65)
        #expect(result.errors.contains("facts.yaml:3:"))
        #expect(result.errors.contains("did you mean infusion?"))
        #expect(result.errors.split(separator: "\n").count >= 2)
    }

    @Test(arguments: [
        [], ["99601"], ["99601", "--minutes", "5", "--scenario", "iv-antibiotics"], ["99601", "--minutes", "1441"],
        ["99601", "--minutes", "-1"], ["99601", "--minutes", "two"], ["99601", "--start", "09:00"],
        ["99601", "--start", "24:00", "--stop", "01:00"], ["99601", "--start", "09:00", "--stop", "09:00"],
        ["99601", "--scenario", "iv-antibiotics", "--primary", "99601"], ["99601", "99602", "--minutes", "5"],
        ["--batch", "--minutes", "5"], ["99601", "--batch"], ["99601", "--minutes", "5", "--seed", "1"],
    ])
    func `says how it is called`(arguments: [String]) throws {
        let result = try preceptor.call(["score"] + arguments)
        #expect(result.code == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("preceptor: "))
        #expect(result.errors.contains("Usage: preceptor score"))
    }
}
