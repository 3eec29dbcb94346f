package import Content
package import Scoring

/// Whether somebody may begin an attempt now.
package enum Admission: Sendable, Equatable {
    /// The exam is assigned to nobody, and open to all.
    case free
    /// Under an assignment.
    case open(Assignment)
    /// Not before a moment.
    case early(opens: Moment)
    /// Not after a moment.
    case late(closed: Moment)
    /// It is assigned to others.
    case notAssigned
}

/// Whether a candidate may be shown a result.
package enum Release: Sendable, Equatable {
    case shown
    /// Not before a moment.
    case held(until: Moment)
    case never
}

extension Roster {
    /// The assignments of an exam.
    package func assignments(of blueprint: Blueprint, in pack: Pack) -> [Assignment] {
        assignments.filter { $0.pack == pack.id.text && $0.blueprint == blueprint.id.text }
    }

    /// The assignments that count for a candidate: a candidate's own goes before those of the groups, so that one who was
    /// ill on the day can be given another.
    package func assignments(of blueprint: Blueprint, in pack: Pack, to candidate: String) -> [Assignment] {
        let all = assignments(of: blueprint, in: pack)
        let own = all.filter { $0.to == .candidate(candidate) }
        if !own.isEmpty { return own }
        let groups = Set(groups(of: candidate).map { Assignment.Target.group($0.id) })
        return all.filter { groups.contains($0.to) }
    }

    /// Everybody who is to sit an exam, by id.
    package func assigned(to blueprint: Blueprint, in pack: Pack) -> [RosterCandidate] {
        candidates.filter { !assignments(of: blueprint, in: pack, to: $0.id).isEmpty }
    }

    /// Whether a candidate may begin an attempt at a moment, both bounds of the window within it. Of several windows that
    /// are open the one counts that closes last.
    package func admission(
        of candidate: String, to blueprint: Blueprint, in pack: Pack, at moment: Moment
    ) -> Admission {
        guard !assignments(of: blueprint, in: pack).isEmpty else { return .free }
        let due = assignments(of: blueprint, in: pack, to: candidate)
        let open = due.filter { $0.isOpen(at: moment) }
        if let best = open.max(by: { $1.closesLater(than: $0) }) { return .open(best) }
        if let next = due.compactMap(\.opens).filter({ $0 > moment }).min() { return .early(opens: next) }
        if let last = due.compactMap(\.closes).max() { return .late(closed: last) }
        return .notAssigned
    }

    /// Whether a candidate may be shown results of an exam at a moment.
    package func release(
        of blueprint: Blueprint, in pack: Pack, to candidate: String, at moment: Moment
    ) -> Release {
        switch blueprint.results {
        case .atOnce: return .shown
        case .never: return .never
        case .afterWindow:
            let ends = assignments(of: blueprint, in: pack, to: candidate).compactMap(\.closes)
            guard let last = ends.max(), moment <= last else { return .shown }
            return .held(until: last)
        }
    }
}
