/// Services of which one a day and access is the initial one, while all others follow it: infusions, pushes and
/// hydration (CPT, instructions before 96360).
package struct Hierarchy: Sendable, Equatable {
    /// The name by which the pack knows the hierarchy.
    package var id: ID<Hierarchy>
    /// What it is called in a sentence.
    package var title: String
    /// The kinds of service, the one that is initial before all others first.
    package var tiers: [Tier]
    /// What tells the initial service of a further access from that of the first.
    package var furtherSite: Modifier?
    /// What has an initial service of its own.
    var initialOf: InitialOf = .access
    /// Whether services of an access that are too short for what they are, and pushes, are added up to a longer one.
    var addsUpShort = false
    /// Whether what runs while an infusion does is billed as concurrent, and not as what follows it.
    var tellsConcurrent = true
    /// Whether minutes of what yields come off while another service runs.
    var takesOffYielded = true

    package init(id: ID<Hierarchy>, title: String, tiers: [Tier], furtherSite: Modifier? = nil) {
        self.id = id
        self.title = title
        self.tiers = tiers
        self.furtherSite = furtherSite
    }

    /// What has an initial service of its own.
    enum InitialOf: Sendable {
        /// Each access of a day.
        case access
        /// Each service, so that none follows another.
        case service
    }

    /// How one kind of service is billed, as the initial one and after another.
    package struct Tier: Sendable, Equatable {
        /// The kind of service.
        package var kind: ID<ServiceKind>
        /// What is billed where it is the initial service.
        package var initial: Code
        /// The family that bills it where it is the initial service of the first access, as a visit of its own; nil where
        /// the tier's own codes do.
        package var family: ID<Family>?
        /// What is shorter, in minutes, is billed as `shorter` says; 0 for a push, whose minutes do not matter.
        package var from: Int
        /// The kind that it is billed as where it is too short; nil where it is not billed then.
        package var shorter: ID<ServiceKind>?
        /// What is billed for each further block of minutes.
        package var further: Family.Further?
        /// What is billed where another service is the initial one.
        package var later: Code?
        /// What is billed, once a day, where it runs while another infusion does.
        package var concurrent: Code?
        /// What is billed where the same drug is given again.
        package var again: Code?
        /// The fewest minutes between two of the same drug for the later one to be billed.
        package var againAfter: Int
        /// Whether minutes during which another service runs do not count, as with hydration.
        package var yields: Bool

        package init(
            kind: ID<ServiceKind>, initial: Code, from: Int = 0, shorter: ID<ServiceKind>? = nil,
            further: Family.Further? = nil, later: Code? = nil, concurrent: Code? = nil, again: Code? = nil,
            againAfter: Int = 0, yields: Bool = false, family: ID<Family>? = nil
        ) {
            self.kind = kind
            self.initial = initial
            self.from = from
            self.shorter = shorter
            self.further = further
            self.later = later
            self.concurrent = concurrent
            self.again = again
            self.againAfter = againAfter
            self.yields = yields
            self.family = family
        }

        /// Whether it is counted by minutes.
        var isTimed: Bool { from > 0 }

        /// Whether what runs beside it runs beside an infusion, which what yields to others is not.
        var isInfusion: Bool { isTimed && !yields }

        /// Every code that it may be billed by.
        var codes: [Code] { [initial, further?.code, later, concurrent, again].compactMap(\.self) }
    }

    /// Every code that it bills, each once.
    var codes: [Code] {
        tiers.flatMap(\.codes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The index of a kind of service among the tiers; nil where the hierarchy lacks it.
    func tier(of kind: ID<ServiceKind>) -> Int? { tiers.firstIndex { $0.kind == kind } }
}
