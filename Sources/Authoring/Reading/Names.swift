import Content
import Scoring

/// The names that the sections read so far have given, which later ones refer to.
struct Names {
    var sources = Known<String>()
    var codes = Known<Code>()
    var modifiers = Known<Modifier>()
    /// The codes whose units are billed in tenths.
    var inTenths: Set<Code> = []
    /// What a claim may name.
    var vocabulary = Vocabulary.standard
    var serviceKinds = Known<ID<ServiceKind>>()
    /// What the labels of kinds and performers make of them in sentences.
    var wording = Wording.plain
    var performers = Known<ID<Performer>>()
    var families = Known<ID<Family>>()
    var policies = Known<ID<Policy>>()
    var abbreviations = KnownAbbreviations()
    /// The minutes of the block for which a family bills each further code, the longest where there are several.
    var blocks: [Code: Int] = [:]
    /// What a family counts in the blocks of each further code.
    var blockMeasures: [Code: Measure] = [:]
    /// What is counted of each kind of service, drug or therapy that something bills.
    var measures: [ID<ServiceKind>: Measure] = [:]
    /// What each family counts, and what the pack's own does.
    var familyMeasures: [ID<Family>: Measure] = [:]
    var mainMeasure = Measure.minutes
    /// What is counted for each code, and over what it is added up.
    var charged: [Code: (measure: Measure, scope: Scope?)] = [:]
    /// The unit in which the family of each code asks for what is infused in a day.
    var dailyUnitsByCode: [Code: Amount.Unit] = [:]
    /// The unit in which a family asks for what is infused of a therapy in a day.
    var dailyUnits: [ID<ServiceKind>: Amount.Unit] = [:]
    /// The codes that something bills.
    var billed: Set<Code> = []
    /// The primaries of each add-on code.
    var addOns: [Code: [Code]] = [:]
    /// The kinds of service that more than one family pays for.
    var shared: [SharedKind] = []

    /// Notes what is counted of each kind.
    mutating func note(_ families: [Family], _ hierarchies: [Hierarchy]) {
        for tier in hierarchies.flatMap(\.tiers) { measures[tier.kind] = .minutes }
        for family in families {
            familyMeasures[family.id] = family.measure
            for kind in family.services { measures[kind] = family.measure }
            for code in family.codes { charged[code] = (family.measure, family.scope) }
            guard let unit = family.services.compactMap({ dailyUnits[$0] }).first else { continue }
            for code in family.codes { dailyUnitsByCode[code] = unit }
        }
    }
}

/// A kind of service that two families pay for, of which no payer may pay both.
struct SharedKind {
    let kind: ID<ServiceKind>
    let families: (first: ID<Family>, other: ID<Family>)
    /// Where the other is.
    let position: FilePosition

    static func problem(_ kind: ID<ServiceKind>, _ owner: String) -> String {
        "\(kind) belongs to \(owner) already, so its minutes would be billed twice"
    }

    static let mend =
        "a kind of service belongs to one family, or each payer lists one of those that share it under families:"

    /// Whether a payer pays both.
    func isPaidTwice(by policy: Policy) -> Bool {
        policy.families.isEmpty || policy.families.contains(families.first) && policy.families.contains(families.other)
    }
}

/// The names of one kind, in the order in which they were given.
struct Known<Name: Hashable & CustomStringConvertible> {
    private(set) var all: [Name] = []
    private var set: Set<Name> = []
    /// False where a file could not be read that may give more of them, so that no name can be called unknown.
    private var isWhole = true

    init() {}

    init(_ names: [Name], isWhole: Bool = true) {
        all = names.filter { set.insert($0).inserted }
        self.isWhole = isWhole
    }

    func contains(_ name: Name) -> Bool { set.contains(name) }
    func may(contain name: Name) -> Bool { !isWhole || contains(name) }

    /// How to mend a name that is not among them. Of very many, only the first are held against it.
    func mend(_ name: Name) -> String {
        if let near = suggestion(for: name.description, among: all.prefix(2_000).lazy.map(\.description)) {
            return near
        }
        switch all.count {
        case 0: return "there are none yet: add it"
        case 1...12: return "known are \(all.map(\.description).joined(separator: ", "))"
        default: return "add it there, or mend the name"
        }
    }
}

extension PackReader {
    /// The sources that an entry cites; it must cite one, and only such as the pack names.
    func sources(of fields: inout Fields) -> [String] {
        let sources = fields.value("source").map(readSources) ?? []
        citations.note(sources, by: fields.owner)
        return sources
    }

    /// One source that the pack names, or several.
    func readSources(_ value: Value) -> [String] {
        value.list(ofAtLeastOne: "source") { source in
            let id: ID<Source>? = source.id()
            return id.flatMap { known($0.text, at: source, among: names.sources, what: "source", in: "pack.yaml") }
        }
    }

    /// A code that the code set has.
    func knownCode(_ value: Value) -> Code? {
        value.code().flatMap { known($0, at: value, among: names.codes, what: "code") }
    }

    /// A modifier of the pack.
    func knownModifier(_ value: Value) -> Modifier? {
        value.modifier().map { known($0, at: value, among: names.modifiers, what: "modifier") }
    }

    /// An id that an earlier section gave.
    func known<Owner>(
        _ value: Value, among ids: Known<ID<Owner>>, what: String, in file: String = "codes.yaml"
    ) -> ID<Owner>? {
        value.id().flatMap { known($0, at: value, among: ids, what: what, in: file) }
    }

    /// The name, reported where nobody gave it.
    func known<Name>(
        _ name: Name, at value: Value, among names: Known<Name>, what: String, in file: String = "codes.yaml"
    ) -> Name {
        if !names.may(contain: name) { value.fail("no \(what) \(name) in \(file)", mend: names.mend(name)) }
        return name
    }
}
