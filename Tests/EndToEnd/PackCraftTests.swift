import PseudoTerminal
import Testing

/// What an educator sees of a pack while it is written.
@Suite struct `a pack in the making` {
    private let preceptor: Program

    init() throws {
        preceptor = try Program()
        _ = try preceptor("pack", "new", "mine", "--family", "timed-visit")
    }

    private func change(_ file: String, _ old: String, _ new: String) throws {
        let text = try #require(try preceptor.folder.read("mine/\(file)"))
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(file) has no \(old)")
        try preceptor.folder.write(parts[0] + new + parts[1], to: "mine/\(file)")
    }

    // MARK: Proofs

    @Test(arguments: ["critical-care", "home-infusion", "outpatient-infusion"])
    func `every claim of a bundled pack is proved`(pack: String) throws {
        let result = try preceptor("pack", "test", "--pack", pack)
        #expect(result.code == 0)
        #expect(result.output.hasSuffix(" agree, 0 differ, 0 not stated\n"))
    }

    @Test(arguments: [
        ("critical-care", "91", "99291 x1, 99292 x1", "charted-crisis"),
        ("outpatient-infusion", "91", "96365 x1, 96366 x1", "charted-infusion"),
    ])
    func `a bundled pack of data alone works with every command`(
        pack: String, minutes: String, key: String, template: String
    ) throws {
        #expect(try preceptor("pack", "list").output.contains(pack))
        #expect(try preceptor("score", key, "--minutes", minutes, "--pack", pack).code == 0)
        #expect(try preceptor("score", "none", "--minutes", minutes, "--pack", pack).code == 1)
        #expect(try preceptor("key", "--minutes", minutes, "--pack", pack).output.hasPrefix("cpt  \(key)\n"))
        let all = try preceptor("key", "--minutes", minutes, "--pack", pack, "--all-policies", "--json")
        #expect(all.output.contains(#""policy":"cpt""#) && all.output.contains(#""policy":"medicare""#))
        let item = try preceptor("item", "--template", template, "--seed", "1", "--count", "3", "--pack", pack)
        #expect(item.code == 0 && item.output.split(separator: "\n").count == 3)
        let training = try preceptor(
            "train", "--pack", pack, "--count", "20", "--seed", "7", input: String(repeating: "skip\n", count: 20))
        #expect(training.code == 0 && training.output.contains("20 items"))
    }

    @Test func `a claim that differs is shown with the core's reasons`() throws {
        try change("scenarios.yaml", #"every-part: "99601 x1, 99602 x3""#, #"every-part: "99601 x1, 99602 x2""#)
        try change("scenarios.yaml", "      midpoint: none\n", "")
        let result = try preceptor("pack", "test", "--pack", "mine")
        #expect(result.code == 1)
        #expect(
            result.output.contains(
                "differs     two-hours-and-a-half  every-part  expected 99601 x1, 99602 x2, is 99601 x1, 99602 x3\n"))
        #expect(result.output.contains("not stated  on-the-phone          midpoint    none\n"))
        #expect(result.output.contains("two-hours-and-a-half under every-part   scenarios.yaml:"))
        #expect(result.output.hasSuffix("20 agree, 1 differ, 1 not stated\n"))
        let json = try preceptor("pack", "test", "--pack", "mine", "--json")
        #expect(json.code == 1)
        #expect(
            json.output.hasPrefix(
                #"[{"scenario":"short-visit","policy":"every-part","file":"scenarios.yaml","line":12,"#))
        #expect(json.output.contains(#""agrees":false"#) && json.output.contains(#""expected":null"#))
    }

    @Test func `a pack with other errors proves nothing`() throws {
        try change("codes.yaml", "each: 30", "each: 0")
        let result = try preceptor("pack", "test", "--pack", "mine")
        #expect(result.code == 65)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("codes.yaml:"))
    }

    // MARK: Preview

    @Test(arguments: [
        (["--scenario", "a-minute-over"], "From 13:00 to 14:01"),
        (["--template", "charted-visit", "--seed", "3"], "Key"),
        (["--template", "charted-visit", "--telling", "note"], "Pt seen for"),
        (["--entry", "add-on-code"], "paid only beside another code"), (["--kind", "term"], "what is it called?"),
        (["--kind", "audit", "--scenario", "two-hours-and-a-half"], "Billed:"),
        (["--kind", "circumstance", "--policy", "midpoint"], "is 99602 reportable?"), ([], "from 09:00 to 09:45"),
    ])
    func `an item is seen as a learner will see it`(options: [String], words: String) throws {
        let result = try preceptor.call(["pack", "preview", "--pack", "mine"] + options)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains(words), "\(result.output)")
        let json = try preceptor.call(["pack", "preview", "--pack", "mine", "--json"] + options)
        #expect(json.output.hasPrefix(#"{"id":"mine/"#))
    }

    @Test(arguments: [
        (["--scenario", "short"], 66, "did you mean short-visit?"),
        (["--policy", "midpiont"], 66, "did you mean midpoint?"),
        (["--scenario", "a", "--template", "b"], 64, "Give one of"),
        (["--entry", "a", "--kind", "claim"], 64, "--entry goes"),
        (["--entry", "zebra"], 66, "zebra makes no term item"),
        (["--kind", "choice", "--scenario", "on-the-phone"], 66, "on-the-phone makes no choice item"),
    ])
    func `what there is not is said`(options: [String], code: Int32, message: String) throws {
        let result = try preceptor.call(["pack", "preview", "--pack", "mine"] + options)
        #expect(result.code == code)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func `a preview follows each save, keeps the last good item, and ends well`() throws {
        let window = try preceptor.window("pack", "preview", "--pack", "mine", "--scenario", "a-minute-over", "--watch")
        try window.wait(for: "From 13:00 to 14:01")
        try change("scenarios.yaml", "From 13:00 to 14:01", "Between 13:00 and 14:01")
        try window.wait(for: "Between 13:00 and 14:01")
        try change("policies.yaml", "credit: started", "credit: startd")
        try window.wait(until: "the problem stands above the item as it last was") {
            $0.text.contains("expected a way of crediting") && $0.text.contains("Between 13:00 and 14:01")
        }
        try change("policies.yaml", "credit: startd", "credit: started")
        try window.wait(until: "the problem is gone") {
            !$0.text.contains("expected a way") && $0.text.contains("Between")
        }
        try window.press(.control("c"))
        #expect(try window.waitForExit() == .exited(0))
    }

    @Test func `a check follows each save, and ends well`() throws {
        let window = try preceptor.window("pack", "check", "mine", "--watch")
        try window.wait(for: "mine: no problems")
        try change("codes.yaml", "each: 30", "each: 0")
        try window.wait(for: "mine: 1 error")
        try window.press(.control("c"))
        #expect(try window.waitForExit() == .exited(0))
    }

    // MARK: Differences

    @Test func `a pack is no different from itself`() throws {
        let result = try preceptor("pack", "diff", "mine", "mine")
        #expect(result.code == 0)
        #expect(result.output == "nothing is different\n")
    }

    @Test func `an edit is told by entries, keys and items`() throws {
        _ = try preceptor.bash("cp -r mine old")
        try change("codes.yaml", "each: 30, after: 60", "each: 20, after: 60")
        try change("scenarios.yaml", "Care for a sore heel", "The care of a sore heel")
        try change("terms.yaml", "id: unit-of-service", "id: units")
        try change("policies.yaml", "title: from the midpoint on", "title: past the midpoint")
        let result = try preceptor("pack", "diff", "old", "mine")
        #expect(result.code == 1)
        for line in [
            "changed  family    mine                  further codes",
            "changed  policy    midpoint              title",
            "changed  scenario  at-the-midpoint       words",
            "removed  term      unit-of-service", "added    term      units",
            "changed  key       at-the-midpoint       under midpoint, from 99601 x1 to 99601 x1, 99602 x1",
        ] {
            #expect(result.output.split(separator: "\n").contains { $0.hasPrefix(line.prefix(60)) }, "\(line)")
        }
        #expect(result.output.contains("of 100 seeds, 0 are told otherwise and "))
        #expect(result.output.contains("items: ") && !result.output.contains(" 0 new"))
        let json = try preceptor("pack", "diff", "old", "mine", "--json")
        #expect(json.code == 1)
        #expect(
            json.output.hasPrefix(
                #"{"changes":[{"kind":"changed","what":"family","id":"mine","detail":"further codes"}"#))
        #expect(json.output.contains(#""items":{"same":"#))
    }

    @Test func `a pack that is not there has no difference`() throws {
        #expect(try preceptor("pack", "diff", "mine", "nowhere").code == 66)
        try change("codes.yaml", "each: 30", "each: 0")
        #expect(try preceptor("pack", "diff", "home-infusion", "mine").code == 65)
    }
}
