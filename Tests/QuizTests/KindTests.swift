import BundledPacks
import Content
import Quiz
import Scoring
import Testing

/// What is found in the items of a kind about the bundled scenarios, under every policy.
private func items<Found>(_ kind: ItemKind, _ found: (Item) -> Found?) throws -> [Found] {
    let pack = try visitPack()
    return try bundledPayers().all.flatMap { payer in
        pack.scenarios.compactMap { Situation($0, under: payer).item(kind).flatMap(found) }
    }
}

@Suite struct `A choice` {
    private func items() throws -> [ChoiceItem] {
        try QuizTests.items(.choice) { if case .choice(let item) = $0 { item } else { nil } }
    }

    @Test func `takes number, letter and the claim itself`() throws {
        let item = try #require(try items().first)
        let place = try #require(Int(item.key))
        let letter = String(UnicodeScalar(UInt8(96 + place)))
        for answer in [
            "\(place)", "(\(place))", " \(place). ", letter, letter.uppercased(), item.situation.key.claim.description,
        ] {
            #expect(try item.judge(answer).isRight, "\(answer)")
        }
    }

    @Test(arguments: ["", "0", "9", "z", "99601 x77", "perhaps"])
    func `takes nothing that is no option`(answer: String) throws {
        let item = try #require(try items().first)
        let error = try #require(throws: UnreadableAnswer.self) { try item.judge(answer) }
        #expect(error.message == "expected the number of an option, 1 to \(item.claims.count)")
    }

    @Test func `has its key at every place alike`() throws {
        let places = try items().filter { $0.claims.count == 4 }.map(\.key)
        for place in ["1", "2", "3", "4"] {
            let share = Double(places.count { $0 == place }) / Double(places.count)
            #expect((0.1...0.45).contains(share), "\(place): \(share) of \(places.count)")
        }
    }
}

@Suite struct `An audit` {
    private func items() throws -> [AuditItem] {
        try QuizTests.items(.audit) { if case .audit(let item) = $0 { item } else { nil } }
    }

    @Test func `has claims to pay and claims to deny`() throws {
        let items = try items()
        let share = Double(items.count { $0.key == "pay" }) / Double(items.count)
        #expect((0.15...0.5).contains(share), "\(share)")
    }

    @Test(arguments: ["pay", "Pay.", "paid", "pay as billed", "P"])
    func `takes a claim that is right for paid`(answer: String) throws {
        let right = try #require(try items().first { $0.key == "pay" })
        #expect(try right.judge(answer).isRight)
        let wrong = try #require(try items().first { $0.key != "pay" })
        #expect(try wrong.judge(answer).verdict == .incorrect)
    }

    @Test func `says that nothing is wrong where a right claim was denied`() throws {
        let item = try #require(try items().first { $0.key == "pay" })
        let feedback = try item.judge("deny 1, none")
        #expect(feedback.fraction == 0 && feedback.remark == "Nothing is wrong with the claim.")
    }

    @Test func `gives half for the edit and half for the claim`() throws {
        let item = try #require(
            try items().first { $0.key != "pay" && !$0.situation.key.claim.isEmpty && $0.options.count == 4 })
        let number = try #require(Int(item.key.prefix { $0 != "," }))
        let other = try #require(
            (1...4).first { place in
                place != number && (try? item.judge("\(place), \(item.situation.key.claim)"))?.isRight == false
            })
        #expect(try item.judge("deny \(item.key)").isRight)
        let edit = try item.judge("\(number), 99512 x7")
        #expect(edit.verdict == .partial && edit.fraction >= 0.5 && edit.fraction < 1)
        let claim = try item.judge("\(other), \(item.situation.key.claim)")
        #expect(claim.verdict == .partial && claim.fraction == 0.5)
        #expect(claim.remark?.hasPrefix("The claim to bill is right. What fails is ") == true)
        #expect(edit.remark == "What fails you have right. The claim to bill instead is not.")
        #expect(try item.judge("\(other), 99512 x7").remark?.hasPrefix("What fails is ") == true)
        #expect(try item.judge(item.key).remark == nil)
    }

    @Test(arguments: ["", "deny", "7, 99601", "2", "2, 9960l", "units-of-nothing 99601"])
    func `says what it expected`(answer: String) throws {
        let item = try #require(try items().first { $0.options.count == 4 })
        #expect(throws: UnreadableAnswer.self) { try item.judge(answer) }
    }
}

@Suite struct `A denial` {
    private func items() throws -> [DenialItem] {
        try QuizTests.items(.denial) { if case .denial(let item) = $0 { item } else { nil } }
    }

    @Test func `begins with the reason code that came back`() throws {
        for item in try items() {
            let stem = item.stem.joined(separator: " ")
            #expect(stem.contains("Billed: \(item.mistake.billed). Back from the payer: "), "\(item.id)")
            #expect(stem.contains("CARC "), "\(item.id): \(stem)")
        }
    }

    @Test func `takes the edit by number or by name`() throws {
        let item = try #require(try items().first)
        let number = try #require(Int(item.key.prefix { $0 != "," }))
        let name = item.options[number - 1].prefix { $0 != ":" }
        #expect(try item.judge("\(name) \(item.situation.key.claim)").isRight)
        #expect(try item.judge("#\(number): \(item.situation.key.claim)").isRight)
    }
}

@Suite struct `A clock` {
    private func item() throws -> ClockItem {
        try #require(ClockItem(try situation("ra-biologic", under: "cpt-midpoint")))
    }

    @Test func `takes minutes and hours as they are written`() throws {
        let item = try item()
        let minutes = try #require(Int(item.key))
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        var answers = [
            "\(minutes)", "\(minutes) minutes", "\(minutes)min", "\(hours) h \(rest) min", "\(hours)h\(rest)",
        ]
        answers.append("\(hours):\(rest < 10 ? "0" : "")\(rest)")
        for answer in answers { #expect(try item.judge(answer).isRight, "\(answer)") }
        #expect(try item.judge("\(minutes + 1)").verdict == .incorrect)
    }

    @Test(arguments: ["", "long", "1:75", "1:2:3", "99999999999999999999", "2 h 3 min 4", "-"])
    func `says what it expected`(answer: String) throws {
        let item = try item()
        let error = try #require(throws: UnreadableAnswer.self) { try item.judge(answer) }
        #expect(error.message == "expected minutes, such as 150 or 2:30")
    }

    @Test func `names the belief that counts other minutes`() throws {
        let item = try #require(ClockItem(try situation("travel-and-charting", under: "cpt-midpoint")))
        let all = item.situation.key.totalMinutes
        #expect(try item.judge("\(all)").beliefs.flatMap(\.ids).map(\.text) == ["counts-travel"])
    }
}
