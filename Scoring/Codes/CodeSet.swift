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
        package var code: Code
        /// What it is, in our own words.
        package var label: String
        package var system: System
        /// The primaries that an add-on code needs one of; empty for a code that stands by itself.
        package var addOnTo: [Code]
        package var effective: Effective
        /// The modifiers that may go with it.
        package var modifiers: [Modifier]
        /// The most units for one patient on one day, whoever pays; nil where there is no such limit.
        package var mostADay: Int?
        package var sources: [String]

        package init(
            code: Code, label: String, system: System = .cpt, addOnTo: [Code] = [], effective: Effective = Effective(),
            modifiers: [Modifier] = [], mostADay: Int? = nil, sources: [String] = []
        ) {
            self.code = code
            self.label = label
            self.system = system
            self.addOnTo = addOnTo
            self.effective = effective
            self.modifiers = modifiers
            self.mostADay = mostADay
            self.sources = sources
        }

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
        package var sources: [String]

        package init(pays: Code, denies: [Code], modifierMayUnbundle: Bool = false, sources: [String] = []) {
            self.pays = pays
            self.denies = denies
            self.modifierMayUnbundle = modifierMayUnbundle
            self.sources = sources
        }
    }

    /// In the order of the pack, which is the order of a key's lines.
    package let definitions: [Definition]
    package internal(set) var families: [Family]
    package let exclusions: [Exclusion]
    /// The family that the set is about: what plain minutes mean unless a code says otherwise.
    package let mainFamily: ID<Family>?
    /// The codes of the definitions, in their order.
    package let codes: [Code]
    /// Where each code is defined, so that no question about one code takes longer in a larger set.
    private let places: CodeIndex
    /// What the families and exclusions say of each definition, in their order.
    let standings: [Standing]
    /// The place of the main family.
    let mainPlace: Int?

    /// Where to find what the set says of a code besides its definition.
    struct Standing: Sendable, Equatable {
        /// The place of the family that bills it.
        var family: Int?
        /// The places of the exclusions that deny it.
        var deniedBy: [Int] = []
        /// Whether a modifier may unbundle it from another code.
        var mayBeUnbundled = false
    }

    package init(
        definitions: [Definition], families: [Family], exclusions: [Exclusion] = [],
        mainFamily: ID<Family>? = nil
    ) {
        self.definitions = definitions
        self.families = families
        self.exclusions = exclusions
        let main = mainFamily ?? families.first?.id
        self.mainFamily = main
        mainPlace = families.firstIndex { $0.id == main }
        codes = definitions.map(\.code)
        places = CodeIndex(codes)
        standings = CodeSet.standings(of: definitions.count, at: places, families, exclusions)
    }

    private static func standings(
        of count: Int, at places: CodeIndex, _ families: [Family], _ exclusions: [Exclusion]
    ) -> [Standing] {
        var standings = Array(repeating: Standing(), count: count)
        func change(_ code: Code, _ change: (inout Standing) -> Void) {
            if let place = places[code] { change(&standings[place]) }
        }
        for (place, family) in families.enumerated() {
            for code in family.codes { change(code) { $0.family = $0.family ?? place } }
        }
        for (place, exclusion) in exclusions.enumerated() {
            for code in exclusion.denies { change(code) { $0.deniedBy.append(place) } }
            guard exclusion.modifierMayUnbundle else { continue }
            for code in [exclusion.pays] + exclusion.denies { change(code) { $0.mayBeUnbundled = true } }
        }
        return standings
    }

    /// Where a code is defined; nil where the set lacks it.
    func place(of code: Code) -> Int? { places[code] }

    package func definition(of code: Code) -> Definition? {
        places[code].map { definitions[$0] }
    }

    /// The family that bills a code.
    package func family(billing code: Code) -> Family? {
        places[code].flatMap { standings[$0].family }.map { families[$0] }
    }

    /// Whether the code at a place may be reported at all on a day: it is in effect, and so is a primary where it
    /// needs one.
    func isReportable(_ place: Int, on day: Day) -> Bool {
        guard definitions[place].effective.contains(day) else { return false }
        let primaries = definitions[place].addOnTo
        return primaries.isEmpty || primaries.contains { isInEffect($0, on: day) }
    }

    func isInEffect(_ code: Code, on day: Day) -> Bool {
        guard let place = places[code] else { return false }
        return definitions[place].effective.contains(day)
    }
}
