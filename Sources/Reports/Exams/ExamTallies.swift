import Content
import Examining
import Quiz
import Scoring

/// What came of the attempts at one exam that have something in common.
package struct ExamTally: Sendable, Equatable {
    /// The month, such as `2026-03`, or the group's id; nil for those who are in no group.
    package let name: String?
    /// How many attempts were handed in.
    package let handedIn: Int
    /// How many of them were passed.
    package let passed: Int
    /// The mean result of first attempts, 0 to 1; nil where there is none.
    package let mean: Double?
    /// How many candidates are to sit it and have not begun; of months 0.
    package let notSat: Int
}

/// How often wrong answers are those of a belief.
package struct BeliefTally: Sendable, Equatable {
    /// What one would have to believe.
    package let words: String
    /// How many answers it leads to.
    package let count: Int
    /// What the answers are about: templates, scenarios and terms.
    package let families: [String]
}

extension ExamReport {
    /// What came of the attempts of each month, the first one first.
    package func byMonth(_ part: Part) -> [ExamTally] {
        let months = Dictionary(grouping: part.closed) { String(day(of: $0).prefix(7)) }
        return months.sorted { $0.key < $1.key }.map { month, attempts in
            tally(month, of: attempts, in: part, notSat: 0)
        }
    }

    /// What came of the attempts of each group, by id, and last of those who are in none.
    package func byGroup(_ part: Part) -> [ExamTally] {
        let groups = roster.groupsByCandidate
        var (attempts, missing): ([String?: [StoredAttempt]], [String?: Int]) = ([:], [:])
        for attempt in part.closed {
            for name in names(of: attempt.form.candidate, in: groups) { attempts[name, default: []].append(attempt) }
        }
        for candidate in part.notSat {
            for name in names(of: candidate.id, in: groups) { missing[name, default: 0] += 1 }
        }
        let names = Set(attempts.keys).union(missing.keys)
        let sorted = names.compactMap(\.self).sorted().map(Optional.some) + (names.contains(nil) ? [nil] : [])
        return sorted.map { tally($0, of: attempts[$0] ?? [], in: part, notSat: missing[$0] ?? 0) }
    }

    /// The beliefs behind wrong answers, over all items, the most frequent first.
    package func beliefs(in part: Part) -> [BeliefTally] {
        var counts: [String: Int] = [:]
        var positions: [String: [String]] = [:]
        for family in part.statistics.families {
            for option in family.analysis.options {
                counts[option.option, default: 0] += option.count
                positions[option.option, default: []].append(family.analysis.name)
            }
        }
        return counts.greatestFirst.map { belief, count in
            BeliefTally(words: words(of: belief), count: count, families: positions[belief] ?? [])
        }
    }

    /// A belief, or several that go together, as people say it.
    func words(of belief: String) -> String {
        let ids = belief.split(separator: " + ").map(String.init)
        return ids.map { pack.misconception(ID($0))?.belief ?? $0 }.joined(separator: "; and ")
    }

    private func names(of candidate: String, in groups: [String: [RosterGroup]]) -> [String?] {
        let own = (groups[candidate] ?? []).filter { group == nil || $0.id == group?.id }
        return own.isEmpty ? [nil] : own.map(\.id)
    }

    private func tally(_ name: String?, of attempts: [StoredAttempt], in part: Part, notSat: Int) -> ExamTally {
        let firsts = Set(part.firsts.map(\.name))
        let fractions = attempts.filter { firsts.contains($0.name) }.compactMap(\.fraction)
        return ExamTally(
            name: name, handedIn: attempts.count, passed: attempts.count { $0.result?.isPassed == true },
            mean: fractions.isEmpty ? nil : fractions.reduce(0, +) / Double(fractions.count), notSat: notSat)
    }
}
