/// An edition of codes: what each is, how minutes become units, and what may not be paid beside what.
package struct CodeSet: Sendable, Codable, Equatable {
    /// Who keeps a code.
    package enum System: String, Sendable, Codable, CaseIterable {
        /// The American Medical Association's procedure codes.
        case cpt = "CPT"
        /// CMS's Level II codes.
        case hcpcs = "HCPCS"
    }

    /// One code of the set.
    package struct Definition: Sendable, Codable, Equatable {
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
    package struct Exclusion: Sendable, Codable, Equatable {
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
    package private(set) var definitions: [Definition]
    package var families: [Family]
    package var exclusions: [Exclusion]
    /// The family that the set is about: what plain minutes mean unless a code says otherwise.
    package var mainFamily: ID<Family>?
    private var places: [Code: Int] = [:]

    package init(
        definitions: [Definition], families: [Family], exclusions: [Exclusion] = [],
        mainFamily: ID<Family>? = nil
    ) {
        self.definitions = definitions
        self.families = families
        self.exclusions = exclusions
        self.mainFamily = mainFamily ?? families.first?.id
        for (place, definition) in definitions.enumerated() where places[definition.code] == nil {
            places[definition.code] = place
        }
    }

    package func definition(of code: Code) -> Definition? {
        places[code].map { definitions[$0] }
    }

    /// Where a code stands in the set; codes that it lacks come last.
    func order(of code: Code) -> Int { places[code] ?? .max }

    /// The family that bills a code.
    package func family(billing code: Code) -> Family? {
        families.first { $0.codes.contains(code) }
    }

    private enum CodingKeys: CodingKey { case definitions, families, exclusions, mainFamily }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            definitions: try values.decode([Definition].self, forKey: .definitions),
            families: try values.decode([Family].self, forKey: .families),
            exclusions: try values.decode([Exclusion].self, forKey: .exclusions),
            mainFamily: try values.decodeIfPresent(ID<Family>.self, forKey: .mainFamily))
    }
}
