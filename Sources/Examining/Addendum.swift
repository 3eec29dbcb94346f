package import Audit
import System
package import Terminal

/// Something that was added to an attempt after its log was closed. Nothing is overwritten: addenda stand in a log of
/// their own, which goes on from the signed end of the attempt's, and each is signed.
package struct Addendum: Codable, Sendable {
    package enum Event: String, Codable {
        /// The answers were scored anew.
        case regrade
        /// Points for an item were given or taken by somebody.
        case credit
        /// An earlier addendum no longer counts.
        case undo
    }

    package let event: Event
    /// Milliseconds since 1970.
    package let at: Int64
    /// Who answers for it.
    package let by: String
    package let reason: String
    /// The item's number in the form, from 1; of a credit.
    package var item: Int?
    /// Millionths of an item's worth, less than 0 where they are taken; of a credit.
    package var points: Int?
    /// The number of the addendum that no longer counts, from 1; of an undoing.
    package var undoes: Int?
    package var regrade: RegradeRecord?
}

extension Addendum {
    /// Millionths of an item's worth that are given from now on, or taken where they are less than 0.
    package init(crediting points: Int, for item: Int, by person: String, because reason: String) {
        self.init(event: .credit, at: LocalTime.now, by: person, reason: reason, item: item, points: points)
    }

    /// The end, from now on, of what an earlier addendum did.
    package init(undoing number: Int, by person: String, because reason: String) {
        self.init(event: .undo, at: LocalTime.now, by: person, reason: reason, undoes: number)
    }

    /// A regrade that counts from now on.
    package init(_ regrade: RegradeRecord, by person: String, because reason: String) {
        self.init(event: .regrade, at: LocalTime.now, by: person, reason: reason, regrade: regrade)
    }
}

/// How an attempt's answers were scored anew.
package struct RegradeRecord: Codable, Sendable {
    package let edition: String
    /// Of the pack under whose keys they were scored.
    package let packRevision: String
    /// The program that judged.
    package let program: String
    /// The fraction of each item in millionths, in the order of the form.
    package let fractions: [Int]
    /// The items that came out otherwise, or could not be scored anew.
    package let items: [RegradedItem]
}

/// One item of a regrade.
package struct RegradedItem: Codable, Sendable {
    /// From 1.
    package let item: Int
    package let rule: RegradeRule
    /// Fractions in millionths.
    package let before: Int
    package let after: Int
}

/// Addenda in their order.
extension [Addendum] {
    /// Whether each counts: it does unless a later one that counts undoes it.
    package var areInForce: [Bool] {
        var inForce = [Bool](repeating: true, count: count)
        for (place, addendum) in enumerated().reversed() where inForce[place] {
            if let number = addendum.undoes, (1...count).contains(number), number <= place {
                inForce[number - 1] = false
            }
        }
        return inForce
    }

    /// The last regrade that counts; nil where there is none.
    package var regrade: RegradeRecord? { zip(self, areInForce).compactMap { $1 ? $0.regrade : nil }.last }

    /// The fractions to which scoring leads, before anything is credited, in millionths.
    package func scored(from sealed: [Int]) -> [Int] { regrade?.fractions ?? sealed }

    /// The fractions in force, in millionths: what the items were scored, and on top of it what was given or taken. An
    /// item is worth no more than 1 and no less than 0.
    package func fractions(from sealed: [Int]) -> [Int] {
        var fractions = scored(from: sealed)
        for (addendum, isInForce) in zip(self, areInForce) {
            guard isInForce, let item = addendum.item, let points = addendum.points,
                fractions.indices.contains(item - 1)
            else { continue }
            fractions[item - 1] += points
        }
        return fractions.map { Swift.min(Swift.max($0, 0), 1_000_000) }
    }

    /// What does not follow from what was before; empty where all does.
    package func problems(items: Int) -> [String] {
        enumerated().compactMap { place, addendum in
            let isSound =
                switch addendum.event {
                case .regrade: addendum.regrade?.fractions.count == items
                case .credit: addendum.points != nil && addendum.item.map { (1...items).contains($0) } == true
                case .undo: addendum.undoes.map { $0 >= 1 && $0 <= place } == true
                }
            return isSound ? nil : "addendum \(place + 1) does not follow from what was before it"
        }
    }
}

extension ExamFolder {
    /// Where what is added to an attempt stands: beside its log.
    static func addendaPath(of log: String) -> String {
        (log.hasSuffix(".log") ? String(log.dropLast(4)) : log) + ".addenda"
    }

    /// What was added to the attempt whose log is at a path; nothing while the log is open.
    package func addenda(to head: Head?, at path: String) throws(LogError) -> Ledger<Addendum> {
        guard let head else { return Ledger([]) }
        return try Ledger(at: Self.addendaPath(of: path), after: head.hash)
    }

    /// The hash of the last addendum to an attempt; nil where there is none.
    package func end(ofAddendaTo attempt: StoredAttempt) throws(Failure) -> String? {
        do { return try addenda(to: attempt.head, at: attempt.path).hashes.last } catch { throw Failure(error) }
    }

    /// Adds to an attempt, and enters it in the register.
    ///
    /// - Parameters:
    ///   - attempt: One whose log is closed.
    ///   - addendum: What follows from the addenda that it has.
    /// - Throws: `Failure` where it cannot be kept, or something else was added in the meantime.
    package func amend(_ attempt: StoredAttempt, _ addendum: Addendum) throws(Failure) {
        guard let head = attempt.head, let id = attempt.id else {
            throw Failure(.usage, "\(attempt.name) is not closed yet; nothing can be added to it")
        }
        let key = try signingKey()
        let end: (count: Int, hash: String)
        do {
            end = try Ledger.add(to: Self.addendaPath(of: attempt.path), after: head.hash, by: key) {
                $0.count == attempt.addenda.count ? addendum : nil
            }
        } catch {
            throw Failure(error)
        }
        try register(.amended, of: id, count: end.count, hash: end.hash)
        guard end.count == attempt.addenda.count + 1 else {
            throw Failure(.cannotWrite, "something else was added to \(attempt.name) just now; call again")
        }
    }
}
