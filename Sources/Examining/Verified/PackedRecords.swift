import Content
import Quiz
import Scoring

/// What logs tell, as bytes.
extension FormRecord {
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        candidate = try input.text()
        user = try table.next(in: &input)
        blueprint = try table.next(in: &input)
        title = try table.next(in: &input)
        packName = try table.next(in: &input)
        pack = try table.next(in: &input)
        edition = try table.next(in: &input)
        packRevision = try table.next(in: &input)
        packSHA256 = try table.optional(in: &input)
        program = try table.next(in: &input)
        attempt = try input.number()
        seed = try input.byte() == 0 ? nil : UInt64(bitPattern: Int64(try input.number()))
        handedOut = try table.optionalList(in: &input)
        wordings = try table.optionalList(in: &input)
        difficulty = try Int?(unpacking: &input)
        sealed = nil
        var sections: [SectionRecord] = []
        for _ in 0..<(try input.count()) {
            sections.append(
                SectionRecord(
                    id: try table.next(in: &input), title: try table.next(in: &input), count: try input.number()))
        }
        self.sections = sections
        seconds = try input.number()
        navigation = try table.next(in: &input)
        passMark = try input.number()
        name = try table.optional(in: &input)
        isProvisional = try Bool?(unpacking: &input)
        evidence =
            try input.byte() == 0
            ? nil : Blueprint.Evidence(reliability: try input.number(), candidates: try input.number())
        grace = try Int?(unpacking: &input)
        salt = nil
        adaptive = try input.byte() == 0 ? nil : try AdaptiveRecord(unpacking: &input)
        given = try input.byte() == 0 ? nil : try Self.given(in: &input)
        eligible = try table.optionalList(in: &input)
    }

    private static func given(in input: inout PackedInput) throws(NotPacked) -> [GivenItem] {
        var given: [GivenItem] = []
        for _ in 0..<(try input.count()) {
            given.append(
                GivenItem(
                    item: try input.text(), wording: try input.text(), section: try input.number(),
                    difficulty: try input.number(), discrimination: try input.number(), salt: try input.text()))
        }
        return given
    }

    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(text: candidate)
        for text in [user, blueprint, title, packName, pack, edition, packRevision] { output.put(text, in: &table) }
        output.put(packSHA256, in: &table)
        output.put(program, in: &table)
        output.put(number: attempt)
        output.put(case: seed == nil ? 0 : 1)
        if let seed { output.put(number: Int(Int64(bitPattern: seed))) }
        output.put(handedOut, in: &table)
        output.put(wordings, in: &table)
        output.put(difficulty)
        output.put(number: sections.count)
        for section in sections {
            output.put(section.id, in: &table)
            output.put(section.title, in: &table)
            output.put(number: section.count)
        }
        output.put(number: seconds)
        output.put(navigation, in: &table)
        output.put(number: passMark)
        output.put(name, in: &table)
        output.put(isProvisional)
        output.put(case: evidence == nil ? 0 : 1)
        if let evidence { output.put(evidence.reliability, evidence.candidates) }
        output.put(grace)
        output.put(case: adaptive == nil ? 0 : 1)
        adaptive?.pack(into: &output)
        output.put(case: given == nil ? 0 : 1)
        if let given {
            output.put(number: given.count)
            for item in given {
                output.put(item.item, item.wording, item.section, item.difficulty, item.discrimination, item.salt)
            }
        }
        output.put(eligible, in: &table)
    }
}

extension AdaptiveRecord {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        self.init(
            least: try input.number(), most: try input.number(), error: try Int?(unpacking: &input),
            indifference: try Int?(unpacking: &input), cut: try input.number(), calibrated: try input.number(),
            scale: AbilityScale(shares: try input.next()))
    }

    func pack(into output: inout PackedOutput) {
        output.put(least, most, error, indifference, cut, calibrated)
        output.put(scale.numbers)
    }
}

extension AllottedTime {
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        self.init(
            candidate: try input.text(), seconds: try input.number(), extraTime: try table.optional(in: &input),
            extraSeconds: try Int?(unpacking: &input), reason: try table.optional(in: &input),
            breakSeconds: try Int?(unpacking: &input),
            endsAt: try Int?(unpacking: &input).map { Moment(milliseconds: Int64($0)) })
    }

    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(text: candidate)
        output.put(number: seconds)
        output.put(extraTime, in: &table)
        output.put(extraSeconds)
        output.put(reason, in: &table)
        output.put(breakSeconds)
        output.put(endsAt.map { Int($0.milliseconds) })
    }
}

extension ResultRecord {
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        self.init(
            fractions: try input.next(), isPassed: try input.byte() == 1, program: try table.next(in: &input))
        guard try input.byte() == 1 else { return }
        measured = MeasuredAbility(
            ability: try input.number(), error: try input.number(), share: try input.number(),
            low: try input.number(), high: try input.number(), isWhole: try input.byte() == 1)
    }

    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(fractions)
        output.put(isPassed)
        output.put(program, in: &table)
        output.put(measured != nil)
        if let measured {
            output.put(
                measured.ability, measured.error, measured.share, measured.low, measured.high, measured.isWhole)
        }
    }
}

extension Addendum {
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        at = Moment(milliseconds: Int64(try input.number()))
        by = try table.next(in: &input)
        reason = try table.next(in: &input)
        deed =
            switch try input.byte() {
            case 0: .regrade(try RegradeRecord(unpacking: &input, table))
            case 1: .credit(item: try input.number(), points: try input.number())
            case 2: .undo(try input.number())
            default: throw input.broken
            }
    }

    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(number: Int(at.milliseconds))
        output.put(by, in: &table)
        output.put(reason, in: &table)
        switch deed {
        case .regrade(let regrade):
            output.put(case: 0)
            regrade.pack(into: &output, &table)
        case .credit(let item, let points): output.put(case: 1, item, points)
        case .undo(let number): output.put(case: 2, number)
        }
    }
}

extension RegradeRecord {
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        edition = try table.next(in: &input)
        packRevision = try table.next(in: &input)
        packSHA256 = try table.optional(in: &input)
        program = try table.next(in: &input)
        fractions = try input.next()
        var items: [RegradedItem] = []
        for _ in 0..<(try input.count()) {
            let (item, rule) = (try input.number(), RegradeRule(rawValue: try table.next(in: &input)))
            guard let rule else { throw input.broken }
            items.append(
                RegradedItem(item: item, rule: rule, before: try input.number(), after: try input.number()))
        }
        self.items = items
    }

    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        for text in [edition, packRevision] { output.put(text, in: &table) }
        output.put(packSHA256, in: &table)
        output.put(program, in: &table)
        output.put(fractions)
        output.put(number: items.count)
        for item in items {
            output.put(number: item.item)
            output.put(item.rule.rawValue, in: &table)
            output.put(item.before, item.after)
        }
    }
}
