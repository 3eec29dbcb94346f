import Content
import Scoring

/// A family and where its parts stand, for what is checked once all of them are known.
struct ReadFamily {
    let family: Family
    let value: Value
    let first: [(value: Family.First, at: Value)]
    let further: [(value: Family.Further, at: Value)]
    /// What other codes ask, and where.
    let asked: [(condition: Condition, at: Value)]
}

extension PackReader {
    /// Reads the families, each held against itself; what they have to do with each other is checked later.
    func readFamilies(_ values: [Value]) -> [ReadFamily] {
        let families = values.compactMap(readFamily)
        unique(families.map { ($0.family.id, $0.value.position) }, what: "family")
        return families
    }

    private func readFamily(_ value: Value) -> ReadFamily? {
        guard var fields = value.fields(of: .family) else { return nil }
        let errors = log.errorCount
        let id: ID<Family>? = fields.value("id")?.id()
        let title = fields.text("title")
        let services = readKinds("services", of: &fields)
        let word = fields.value("measure")
        let measure = word.map { $0.choice(Shape.MeasureWord.self)?.measure } ?? .minutes
        let scope = fields.value("scope")?.choice(Scope.self)
        // Without a measure nobody can tell minutes from amounts, and the measure is what is wrong.
        let numbers = measure.map { MeasuredNumbers(measure: $0, scope: scope) }
        let first = fields.few("first") { element in
            numbers.flatMap { readFirst(element, $0) }.map { (value: $0, at: element) }
        }
        let hasFirst = first?.isEmpty == false
        let further = fields.few("further") { element in
            numbers.flatMap { readFurther(element, $0, hasFirst: hasFirst) }.map { (value: $0, at: element) }
        }
        let instead = readInstead(
            &fields, for: services, of: (first?.map(\.value.code) ?? []) + (further?.map(\.value.code) ?? []))
        let (bundled, apart) = (readKinds("bundled", of: &fields), readKinds("apart", of: &fields))
        let ranked = fields.value("ranked")
        fields.finish()
        if first == nil, further == nil { value.fail("a family needs first: or further:, or both", mend: "add one") }
        guard let id, let measure else { return nil }
        let family = Family(
            id: id, title: title ?? "", services: Set(services), measure: measure, scope: scope,
            first: first?.map(\.value) ?? [], further: further?.map(\.value) ?? [], standIns: instead,
            bundled: Set(bundled), apart: Set(apart), isRanked: ranked?.flag() ?? false)
        let read = ReadFamily(
            family: family, value: value, first: first ?? [], further: further ?? [], asked: asked)
        if log.errorCount == errors { check(read, ranked: ranked) }
        return read
    }

    private func readKinds(_ key: String, of fields: inout Fields) -> [ID<ServiceKind>] {
        fields.few(key, "kind of service") { known($0, among: names.serviceKinds, what: "service") } ?? []
    }

    private func readFirst(_ value: Value, _ numbers: MeasuredNumbers) -> Family.First? {
        guard var fields = value.fields(of: .firstCode) else { return nil }
        let code = fields.value("code").flatMap(knownCode)
        let from = fields.value("from").flatMap { numbers.read($0, isBeginning: true) }
        let through = fields.value("to").flatMap { numbers.read($0) }
        let covers = fields.value("covers").flatMap { numbers.read($0) }
        let units = fields.integer("units") ?? 1
        fields.finish()
        checkRange(from: from, through: through, numbers.measure, at: value)
        guard let code, let from else { return nil }
        return Family.First(code: code, from: from, through: through, covers: covers, units: units)
    }

    /// Reads a further code. What it begins after may be left out where no first code covers anything.
    func readFurther(_ value: Value, _ numbers: MeasuredNumbers, hasFirst: Bool) -> Family.Further? {
        guard var fields = value.fields(of: .furtherCode) else { return nil }
        let code = fields.value("code").flatMap(knownCode)
        let each = fields.value("each").flatMap { numbers.read($0) }
        _ = fields.value("after")
        let begin = fields.value("after", isRequired: hasFirst)
        let after = begin.map { numbers.read($0, from: 0) } ?? (hasFirst ? nil : 0)
        let credit = fields.value("credit")?.credit(ofBlock: each, of: numbers.measure) ?? numbers.credit
        let from = fields.value("from").flatMap { numbers.read($0, isBeginning: true) }
        let through = fields.value("to").flatMap { numbers.read($0) }
        fields.finish()
        checkRange(from: from, through: through, numbers.measure, at: value)
        guard let code, let each, let after else { return nil }
        return Family.Further(code: code, each: each, after: after, credit: credit, from: from ?? 1, through: through)
    }

    private func checkRange(from: Int?, through: Int?, _ measure: Measure, at value: Value) {
        guard let from, let through, through < from else { return }
        value.fail(
            "the range ends at \(measure.position(through)), before it begins at \(from)", mend: "swap from: and to:")
    }

    // MARK: Other codes

    private func readInstead(
        _ fields: inout Fields, for services: [ID<ServiceKind>], of codes: [Code]
    ) -> [StandIn] {
        dailyUnits = []
        asked = []
        let read = fields.few("instead", "code") { readOtherCode($0, of: codes) } ?? []
        checkReached(read)
        if let first = dailyUnits.first, let other = dailyUnits.first(where: { $0.unit != first.unit }) {
            other.at.fail(
                "another condition of this family asks for \(first.unit.rawValue) a day, and this one for \(other.unit.rawValue)",
                mend: "ask for one of them")
        }
        for kind in services { names.dailyUnits[kind] = dailyUnits.first?.unit }
        return read.map(\.standIn)
    }

    /// Says so of a code that is never billed in another's place, since one that stands before it always is.
    func checkReached(_ read: [ReadStandIn]) {
        for (index, one) in read.enumerated() {
            let before = read[..<index].first {
                $0.standIn.of == one.standIn.of && $0.standIn.code != one.standIn.code
                    && ($0.isUnconditional || $0.standIn.when == one.standIn.when && one.standIn.when != Condition())
            }
            guard let before else { continue }
            one.at.fail(
                "\(one.standIn.code) is never billed in place of \(one.standIn.of), since \(before.standIn.code) is \(before.isUnconditional ? "always" : "where the same holds")",
                mend: "keep one of them, or say when: each is billed")
        }
    }

    private func readOtherCode(_ value: Value, of codes: [Code]) -> ReadStandIn? {
        guard var fields = value.fields(of: .otherCode) else { return nil }
        let replaced = fields.value("of")
        let of = replaced.flatMap(knownCode)
        let billed = fields.value("bill")
        let bill = billed.flatMap(knownCode)
        let condition = fields.value("when")
        let when = condition.flatMap(readCondition)
        fields.finish()
        refuseWaiting(in: when, at: condition)
        if let when, let condition { asked.append((when, condition)) }
        if let of, let replaced, names.codes.contains(of), !codes.contains(of) {
            replaced.fail(
                "this family does not bill \(of), so nothing can be billed in its place",
                mend: "name one of \(codes.map(\.description).joined(separator: ", "))")
        }
        if let of, let billed, of == bill { billed.fail("\(of) stands in for itself", mend: "name the other code") }
        guard let of, let bill, let when else { return nil }
        return ReadStandIn(standIn: StandIn(bill, of: of, when: when), at: value, isUnconditional: false)
    }
}

/// A code that is billed in place of another, and where it stands.
struct ReadStandIn {
    let standIn: StandIn
    let at: Value
    /// Whether nothing is said of when.
    let isUnconditional: Bool
}

/// How the numbers of a family are read.
struct MeasuredNumbers {
    /// What they are numbers of.
    let measure: Measure
    /// Over what they are added up.
    var scope: Scope?

    /// How a part of a block counts where the code does not say: of a drug any part is billed, of all else the policy
    /// says.
    var credit: Credit? {
        if case .amount = measure { .started } else { nil }
    }

    /// The most minutes: a day's, or a month's where more than a day is added up.
    private var minutes: Int {
        switch scope {
        case .week, .month, .thirtyDays, .anniversary, .span: 31 * ClockTime.minutesADay
        case .year: 366 * ClockTime.minutesADay
        case .visit, .day, nil: ClockTime.minutesADay
        }
    }

    func read(_ value: Value, from least: Int = 1, isBeginning: Bool = false) -> Int? {
        value.measured(by: measure, from: least, minutes: minutes, isBeginning: isBeginning)
    }
}
