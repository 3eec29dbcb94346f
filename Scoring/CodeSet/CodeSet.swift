/// An edition of codes: what each is, how minutes become units, and what may not be paid beside what.
package struct CodeSet: Sendable, Equatable {
    /// Who keeps a code.
    package enum System: String, Sendable, CaseIterable {
        /// The American Medical Association's procedure codes.
        case cpt = "CPT"
        /// CMS's Level II codes.
        case hcpcs = "HCPCS"
    }

    /// One code of the set.
    package struct Definition: Sendable, Equatable {
        /// The code itself.
        package var code: Code
        /// What it is, in our own words.
        package var label: String
        /// Who keeps it.
        package var system: System
        /// The primaries that an add-on code needs one of; empty for a code that stands by itself.
        package var addOnTo: [Code]
        /// The days of service on which it may be reported.
        package var effective: Effective
        /// The modifiers that may go with it.
        package var modifiers: [Modifier]
        /// The most units of service for one patient on one day, whoever pays; nil where there is no such limit.
        package var mostADay: Int?
        /// Whether its units are billed in tenths, as those of anaesthesia time are.
        package var inTenths: Bool
        /// The units from which on it is billed in whole ones all the same; nil where it never is.
        package var wholeFrom: Int?
        /// Where it is written, by the ids of the pack's sources.
        package var sources: [String]

        package init(
            code: Code, label: String, system: System = .cpt, addOnTo: [Code] = [], effective: Effective = Effective(),
            modifiers: [Modifier] = [], mostADay: Int? = nil, inTenths: Bool = false, wholeFrom: Int? = nil,
            sources: [String] = []
        ) {
            self.code = code
            self.label = label
            self.system = system
            self.addOnTo = addOnTo
            self.effective = effective
            self.modifiers = modifiers
            self.mostADay = mostADay
            self.inTenths = inTenths
            self.wholeFrom = wholeFrom
            self.sources = sources
        }

        /// Whether it is an add-on code, which CPT marks with a plus: it is reported only beside one of its primaries.
        package var isAddOn: Bool { !addOnTo.isEmpty }
    }

    /// A pair that may not be paid together, as in NCCI's procedure-to-procedure edits.
    package struct Exclusion: Sendable, Equatable {
        /// The code that is paid (column one).
        package var pays: Code
        /// The codes that are denied beside it (column two).
        package var denies: [Code]
        /// Whether a modifier for a distinct service may unbundle the pair (indicator 1) or never (0).
        package var modifierMayUnbundle: Bool
        /// Whether NCCI has the pair, rather than a book or a payer alone.
        package var isNCCI: Bool
        /// Whether both are paid where they were done at different sites.
        package var isPartedBySite: Bool
        /// What the denied code bears then; nil where nobody tells.
        package var distinct: Modifier?
        /// Where it is written, by the ids of the pack's sources.
        package var sources: [String]

        package init(
            pays: Code, denies: [Code], modifierMayUnbundle: Bool = false, isNCCI: Bool = false,
            isPartedBySite: Bool = false, distinct: Modifier? = nil, sources: [String] = []
        ) {
            self.pays = pays
            self.denies = denies
            self.modifierMayUnbundle = modifierMayUnbundle
            self.isNCCI = isNCCI
            self.isPartedBySite = isPartedBySite
            self.distinct = distinct
            self.sources = sources
        }
    }

    /// What families and exclusions say of a code besides its definition.
    struct Relations: Sendable, Equatable {
        /// The index of what bills it: of a family, or of a hierarchy behind all families.
        var charge: Int?
        /// The indices of the exclusions that deny it.
        var deniedBy: [Int] = []
        /// Whether a modifier may unbundle it from another code.
        var mayBeUnbundled = false
    }

    /// In the order of the pack, which is the order of a key's lines.
    package let definitions: [Definition]
    /// In the order of the pack, which is the order of a key's steps. Whoever changes a family leaves the order and
    /// the codes as they are.
    package internal(set) var families: [Family]
    /// What may not be paid beside what, in the order of the pack.
    package internal(set) var exclusions: [Exclusion]
    /// Families that share their minutes.
    package internal(set) var pools: [Pool]
    /// Services of which one is the initial one.
    package internal(set) var hierarchies: [Hierarchy]
    /// Modifiers that every payer wants, in the order in which a line bears them.
    package internal(set) var modifierRules: [ModifierRule]
    /// Modifiers of which a line bears one at most.
    package let rivalModifiers: [[Modifier]]
    /// The family that the set is about: what plain minutes mean unless a code says otherwise.
    package let mainFamily: ID<Family>?
    /// The codes of the definitions, in their order.
    package let codes: [Code]
    /// What an answer about the set may name.
    package let vocabulary: Vocabulary
    /// Where each code is defined, so that no question about one code takes longer in a larger set.
    private let index: CodeIndex
    /// The relations of each definition, in their order.
    let relations: [Relations]
    /// The index of the main family.
    let mainFamilyIndex: Int?
    /// The indices of the families that tiers of hierarchies name, which bill as far as those let them.
    let ledFamilies: Set<Int>

    package init(
        definitions: [Definition], families: [Family], exclusions: [Exclusion] = [], pools: [Pool] = [],
        hierarchies: [Hierarchy] = [], modifierRules: [ModifierRule] = [], rivalModifiers: [[Modifier]] = [],
        mainFamily: ID<Family>? = nil
    ) {
        self.definitions = definitions
        self.families = families
        self.exclusions = exclusions
        self.pools = pools
        self.hierarchies = hierarchies
        self.modifierRules = modifierRules
        self.rivalModifiers = rivalModifiers
        let main = mainFamily ?? families.first?.id
        self.mainFamily = main
        mainFamilyIndex = families.firstIndex { $0.id == main }
        let led = Set(hierarchies.flatMap { $0.tiers.compactMap(\.family) })
        ledFamilies = Set(families.indices.filter { led.contains(families[$0].id) })
        codes = definitions.map(\.code)
        index = CodeIndex(codes)
        vocabulary = Vocabulary(
            codes: codes, at: index, modifiers: definitions.lazy.flatMap(\.modifiers),
            inTenths: Set(definitions.lazy.filter(\.inTenths).map(\.code)))
        relations = CodeSet.relations(
            of: definitions.count, at: index, families.map(\.codes) + hierarchies.map(\.codes), exclusions)
    }

    private static func relations(
        of count: Int, at index: CodeIndex, _ charges: [[Code]], _ exclusions: [Exclusion]
    ) -> [Relations] {
        var relations = Array(repeating: Relations(), count: count)
        func change(_ code: Code, _ change: (inout Relations) -> Void) {
            if let definition = index[code] { change(&relations[definition]) }
        }
        for (number, codes) in charges.enumerated() {
            for code in codes { change(code) { $0.charge = $0.charge ?? number } }
        }
        for (number, exclusion) in exclusions.enumerated() {
            for code in exclusion.denies { change(code) { $0.deniedBy.append(number) } }
            guard exclusion.modifierMayUnbundle else { continue }
            for code in [exclusion.pays] + exclusion.denies { change(code) { $0.mayBeUnbundled = true } }
        }
        return relations
    }

    /// Whether another set of the same codes turns facts into units and modifiers in the same way.
    package func chargesAlike(_ other: CodeSet) -> Bool {
        families == other.families && pools == other.pools && hierarchies == other.hierarchies
            && modifierRules == other.modifierRules && partedExclusions == other.partedExclusions
    }

    /// The exclusions of which a site decides, and puts a modifier on a line.
    private var partedExclusions: [Exclusion] { exclusions.filter(\.isPartedBySite) }

    /// The index of a code's definition; nil where the set lacks it.
    func index(of code: Code) -> Int? { index[code] }

    /// What a code is; nil where the set lacks it.
    package func definition(of code: Code) -> Definition? {
        index[code].map { definitions[$0] }
    }

    /// The family that bills a code; nil where none does.
    package func family(billing code: Code) -> Family? {
        index[code].flatMap { relations[$0].charge }.flatMap { families.indices.contains($0) ? families[$0] : nil }
    }

    /// Whether the units of a code are billed in tenths.
    func isInTenths(_ code: Code) -> Bool { !vocabulary.inTenths.isEmpty && vocabulary.inTenths.contains(code) }

    /// Whether more of a code takes more visits, and not more of what the charge that bills it measures.
    func billsOnceAVisit(_ code: Code, by charge: Int) -> Bool {
        families.indices.contains(charge) && families[charge].billsOnceAVisit(code)
    }

    /// Whether the code of a definition may be reported at all on a day: it is in effect, and so is a primary where
    /// it needs one.
    func isReportable(_ definition: Int, on day: Day) -> Bool {
        guard definitions[definition].effective.contains(day) else { return false }
        let primaries = definitions[definition].addOnTo
        return primaries.isEmpty || primaries.contains { isInEffect($0, on: day) }
    }

    /// Whether the set has a code, and it may be reported on a day.
    func isInEffect(_ code: Code, on day: Day) -> Bool {
        guard let definition = index[code] else { return false }
        return definitions[definition].effective.contains(day)
    }

    /// Whether a code may follow a first code on a claim: an add-on only one of its primaries, anything else whatever
    /// there is.
    func mayFollow(_ definition: Int?, _ first: Code?) -> Bool {
        guard let definition, definitions[definition].isAddOn else { return true }
        return first.map(definitions[definition].addOnTo.contains) ?? false
    }
}
