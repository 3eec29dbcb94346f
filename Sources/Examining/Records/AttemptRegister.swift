package import Audit
package import Quiz
package import Scoring

/// What the register says of each attempt, and every sign that somebody meddled.
package struct AttemptRegister: Sendable {
    /// The attempts, in the order in which they were first entered.
    package private(set) var attempts: [Attempt] = []
    /// What is wrong with the register itself; empty where nothing is.
    package internal(set) var problems: [String] = []
    /// Where it ends, if nothing is wrong with it.
    package internal(set) var end = LogEnd.beginning()
    /// Every time that the clock had been put back since the entry before, by milliseconds.
    package private(set) var setBacks: [SetBack] = []
    private var places: [String: Int] = [:]
    private var latest: ClockReading?

    package init() {}

    /// What is known of one attempt.
    package struct Attempt: Sendable, Equatable {
        /// The hash of its log's first entry.
        package let id: String
        /// What is sat, and by whom; nil where it began before that was entered.
        package fileprivate(set) var sitting: RegisterEntry.Sitting?
        package fileprivate(set) var started: Point?
        package fileprivate(set) var closed: Point?
        package fileprivate(set) var amended: Point?
        package fileprivate(set) var voided: Voiding?
        package fileprivate(set) var isErased = false
        /// What cannot be, as a clause each.
        package fileprivate(set) var problems: [String] = []

        init(id: String) { self.id = id }
    }

    /// A state of a log at a time.
    package struct Point: Sendable, Equatable {
        package let at: ClockReading
        /// How many entries there were.
        package let count: Int
        /// The hash of the last one.
        package let hash: String
    }

    /// Why an attempt counts no longer.
    package struct Voiding: Sendable, Equatable {
        package let at: Moment
        package let by: String
        package let reason: String
    }

    /// The clock on the wall was behind an earlier entry's.
    package struct SetBack: Sendable, Equatable {
        /// What the clock showed before.
        package let from: Moment
        /// What it showed then.
        package let to: Moment
    }

    /// What is known of an attempt, by the hash of its log's first entry; nil where nothing is.
    package subscript(id: String) -> Attempt? { places[id].map { attempts[$0] } }

    /// Takes in an entry, the next one.
    mutating func take(_ entry: RegisterEntry) {
        noteTime(of: entry)
        let place = places[entry.attempt] ?? attempts.count
        if place == attempts.count {
            attempts.append(Attempt(id: entry.attempt))
            places[entry.attempt] = place
        }
        attempts[place].take(entry)
    }

    private mutating func noteTime(of entry: RegisterEntry) {
        let reading = entry.reading
        if let latest, reading.wall < latest.wall - ExamClock.tolerance {
            setBacks.append(SetBack(from: latest.moment, to: entry.at))
        }
        latest = reading
    }
}

extension AttemptRegister {
    /// Follows a ledger's statements.
    package init(_ ledger: Ledger<RegisterEntry>) {
        self.init()
        for entry in ledger.statements { take(entry) }
        problems = ledger.problems
        end = ledger.end
    }
}

extension AttemptRegister.Attempt {
    fileprivate mutating func take(_ entry: RegisterEntry) {
        let point = AttemptRegister.Point(at: entry.reading, count: entry.count, hash: entry.hash)
        switch entry.event {
        case .started:
            if let started, started.hash != point.hash {
                problems.append("it was begun a second time on \(day(of: point))")
            } else {
                started = point
            }
            sitting = sitting ?? entry.sitting
        case .closed:
            if let closed, closed.hash != point.hash {
                problems.append("it was closed on \(day(of: closed)) and a second time on \(day(of: point))")
            } else {
                closed = point
            }
        case .amended: amended = point
        case .voided:
            voided = AttemptRegister.Voiding(at: entry.at, by: entry.by ?? "", reason: entry.reason ?? "")
        case .erased: isErased = true
        }
    }
}

extension AttemptRegister.Attempt {
    /// When it ended: when it was closed, or began where nobody knows more.
    var ended: ClockReading? { closed?.at ?? started?.at }

    /// What the hashes of a log's entries, in order, show that cannot be so; empty where all is.
    ///
    /// - Parameter hashes: Of every entry that is there.
    /// - Returns: A clause for each.
    func contradictions(_ hashes: [String]) -> [String] {
        var found = problems
        if let started, !started.isIn(hashes) {
            found.append("it is not the log that was begun on \(day(of: started)): another was put in its place")
        } else if let closed, hashes.count >= closed.count, !closed.isIn(hashes) {
            found.append(
                "it was closed on \(day(of: closed)) with other entries: an earlier copy was put back and gone on with")
        }
        return found
    }
}

extension AttemptRegister.Point {
    /// Whether the entry stands in its place among the hashes of a log.
    fileprivate func isIn(_ hashes: [String]) -> Bool {
        hashes.indices.contains(count - 1) && hashes[count - 1] == hash
    }
}
