import Content
package import Quiz

/// Who is to sit an exam by a word: a candidate of the roster, or anybody else by this name.
package struct Examinee: Sendable, Equatable {
    /// The word, as it was said.
    package let word: String
    /// What attempts are kept under.
    package let id: String
    /// What the roster has of the candidate; nil for somebody who is not on it.
    package let onRoster: RosterCandidate?

    /// - Throws: `ExamError` where several candidates have the name.
    package init(_ word: String, on roster: Roster) throws(ExamError) {
        self.word = word
        onRoster = try roster.candidate(named: word)
        id = onRoster?.id ?? word
    }

    /// What the candidate is called.
    package var name: String { onRoster?.name ?? id }
}

extension Roster {
    /// The one candidate whom a word means; nil where it means none.
    ///
    /// - Throws: `ExamError` where it means several.
    func candidate(named word: String) throws(ExamError) -> RosterCandidate? {
        let found = candidates(named: word)
        guard found.count > 1 else { return found.first }
        let ids = found.map(\.id).joined(separator: ", ")
        throw ExamError(.invalid, "\(word.prefix(64)) is the name of several candidates", mend: "say which: \(ids)")
    }

    /// The one group that a word means; nil where it means none.
    ///
    /// - Throws: `ExamError` where it means several.
    private func group(named word: String) throws(ExamError) -> RosterGroup? {
        let found = groups(named: word)
        guard found.count > 1 else { return found.first }
        let ids = found.map(\.id).joined(separator: ", ")
        throw ExamError(.invalid, "\(word.prefix(64)) is the title of several groups", mend: "say which: \(ids)")
    }

    /// The group that a word means.
    ///
    /// - Throws: `ExamError` where it means several, or none: then with the nearest.
    package func knownGroup(named word: String) throws(ExamError) -> RosterGroup {
        if let group = try group(named: word) { return group }
        let names = Set(groups.flatMap { [$0.id, $0.title] }).sorted()
        throw ExamError(
            .notFound, "no group \(word.prefix(64)) is on the roster",
            mend: suggestion(for: word, among: names) ?? "exam roster show lists them")
    }

    /// The group or candidate that a word means; `group:` or `candidate:` before it says which of the two.
    ///
    /// - Throws: `ExamError` where it means both, several, or nothing: then with the nearest.
    package func target(named word: String) throws(ExamError) -> Assignment.Target {
        let told = Assignment.Target(text: word)
        var group: RosterGroup?
        var candidate: RosterCandidate?
        switch told {
        case .group(let name)?: group = try self.group(named: name)
        case .candidate(let name)?: candidate = try self.candidate(named: name)
        case nil:
            group = try self.group(named: word)
            candidate = try self.candidate(named: word)
        }
        switch (group, candidate) {
        case (let group?, nil): return .group(group.id)
        case (nil, let candidate?): return .candidate(candidate.id)
        case (_?, _?):
            throw ExamError(
                .invalid, "\(word) is a group and a candidate", mend: "write group:\(word) or candidate:\(word)")
        case (nil, nil):
            throw ExamError(
                .notFound, "no group or candidate \(word.prefix(64)) is on the roster", mend: nearest(to: word))
        }
    }

    /// The candidate whom a word means.
    ///
    /// - Throws: `ExamError` where it means several, or none: then with the nearest.
    package func knownCandidate(named word: String) throws(ExamError) -> RosterCandidate {
        if let candidate = try candidate(named: word) { return candidate }
        throw ExamError(.notFound, "no candidate \(word.prefix(64)) is on the roster", mend: nearest(to: word))
    }

    /// A clause that names the candidates nearest to a word; nil where none is near.
    func candidateNear(_ word: String) -> String? {
        suggestion(for: word, among: Set(candidates.flatMap { [$0.id, $0.name] }).sorted())
    }

    /// A clause that names what on the roster is near to a word, or how to find out.
    private func nearest(to word: String) -> String {
        let names = groups.flatMap { [$0.id, $0.title] } + candidates.flatMap { [$0.id, $0.name] }
        return suggestion(for: word, among: Set(names).sorted()) ?? "exam roster show lists who is"
    }

    /// What an assignment's target is called.
    package func name(of target: Assignment.Target) -> String {
        switch target {
        case .group(let id): group(id)?.title ?? id
        case .candidate(let id): candidate(id)?.name ?? id
        }
    }
}
