package import Audit
package import Content
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
    private var positions: [String: Int] = [:]
    private var latest: ClockReading?

    package init() {}

    /// What is known of one attempt.
    package struct Attempt: Sendable, Equatable {
        /// The hash of its log's first entry.
        package let id: String
        /// What is sat, and by whom; nil where it began before that was entered.
        package fileprivate(set) var sitting: RegisterEntry.Sitting?
        /// Where its log ended when the time began; nil where that was not entered.
        package fileprivate(set) var started: Point?
        /// Where its log ended when it was handed in; nil before, and once it was closed, of which the end tells as much.
        package fileprivate(set) var handedIn: Point?
        /// Where its log ended when it was closed; nil before.
        package fileprivate(set) var closed: Point?
        /// Where the log of its addenda ended; nil where there are none.
        package fileprivate(set) var amended: Point?
        /// Why it counts no longer; nil where it does.
        package fileprivate(set) var voided: Voiding?
        /// Whether what was kept of the person was taken away.
        package fileprivate(set) var isErased = false
        /// What cannot be, as a clause each.
        package fileprivate(set) var problems: [String] = []

        init(id: String) { self.id = id }
    }

    /// A state of a log at a time.
    package struct Point: Sendable, Equatable {
        /// When it was entered.
        package let at: ClockReading
        /// How many entries there were.
        package let count: Int
        /// The hash of the last one.
        package let hash: String
    }

    /// Why an attempt counts no longer.
    package struct Voiding: Sendable, Equatable {
        /// When.
        package let at: Moment
        /// Who answers for it.
        package let by: String
        /// Why, as the candidate is told.
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
    package subscript(id: String) -> Attempt? { positions[id].map { attempts[$0] } }

    /// Another attempt that is entered as the same one of the same person; nil where there is none.
    func other(than id: String, of sitting: RegisterEntry.Sitting) -> Attempt? {
        attempts.first { $0.sitting == sitting && $0.id != id && !$0.isErased }
    }

    /// Takes in an entry, the next one.
    mutating func take(_ entry: RegisterEntry) {
        noteTime(of: entry)
        let position = positions[entry.attempt] ?? attempts.count
        if position == attempts.count {
            attempts.append(Attempt(id: entry.attempt))
            positions[entry.attempt] = position
        }
        attempts[position].take(entry)
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
        follow(ledger)
    }

    /// Follows what came after the entries so far.
    mutating func follow(_ ledger: Ledger<RegisterEntry>) {
        for entry in ledger.statements { take(entry) }
        problems = ledger.problems
        end = ledger.end
    }
}

extension AttemptRegister: Packed {
    /// Reads what `pack` wrote.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self.init()
        end = try LogEnd(unpacking: &input)
        if try input.byte() == 1 { latest = try ClockReading(unpacking: &input) }
        for _ in 0..<(try input.count()) {
            let (from, to) = (try input.number(), try input.number())
            setBacks.append(
                SetBack(from: Moment(milliseconds: Int64(from)), to: Moment(milliseconds: Int64(to))))
        }
        let count = try input.count()
        attempts.reserveCapacity(count)
        positions.reserveCapacity(count)
        for position in 0..<count {
            let attempt = try Attempt(unpacking: &input)
            attempts.append(attempt)
            positions[attempt.id] = position
        }
    }

    /// Writes it so that it can be read back.
    package func pack(into output: inout PackedOutput) {
        end.pack(into: &output)
        output.put(latest)
        output.put(number: setBacks.count)
        for back in setBacks {
            output.put(number: Int(back.from.milliseconds))
            output.put(number: Int(back.to.milliseconds))
        }
        output.put(number: attempts.count)
        for attempt in attempts { attempt.pack(into: &output) }
    }
}

extension AttemptRegister.Attempt: Packed {
    /// Reads what `pack` wrote.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self.init(id: try input.text())
        isErased = try input.byte() == 1
        if try input.byte() == 1 {
            sitting = RegisterEntry.Sitting(
                person: try input.text(), pack: try input.text(), blueprint: try input.text(),
                number: try input.number())
        }
        if try input.byte() == 1 { started = try AttemptRegister.Point(unpacking: &input) }
        if try input.byte() == 1 { handedIn = try AttemptRegister.Point(unpacking: &input) }
        if try input.byte() == 1 { closed = try AttemptRegister.Point(unpacking: &input) }
        if try input.byte() == 1 { amended = try AttemptRegister.Point(unpacking: &input) }
        if try input.byte() == 1 {
            voided = AttemptRegister.Voiding(
                at: Moment(milliseconds: Int64(try input.number())), by: try input.text(), reason: try input.text())
        }
        problems = try [String](unpacking: &input)
    }

    /// Writes it so that it can be read back.
    package func pack(into output: inout PackedOutput) {
        output.put(text: id)
        output.put(isErased, sitting != nil)
        if let sitting { output.put(sitting.person, sitting.pack, sitting.blueprint, sitting.number) }
        output.put(started, handedIn, closed, amended, voided != nil)
        if let voided { output.put(Int(voided.at.milliseconds), voided.by, voided.reason) }
        output.put(problems)
    }
}

extension AttemptRegister.Point: Packed {
    /// Reads what `pack` wrote.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self.init(at: try ClockReading(unpacking: &input), count: try input.number(), hash: try input.text())
    }

    /// Writes it so that it can be read back.
    package func pack(into output: inout PackedOutput) {
        at.pack(into: &output)
        output.put(number: count)
        output.put(text: hash)
    }
}

extension AttemptRegister.Attempt {
    fileprivate mutating func take(_ entry: RegisterEntry) {
        let point = AttemptRegister.Point(at: entry.reading, count: entry.count, hash: entry.hash)
        switch entry.event {
        case .started(let begun):
            if let started, started.hash != point.hash {
                problems.append("it was begun a second time on \(day(of: point))")
            } else {
                started = point
            }
            sitting = sitting ?? begun
        case .handedIn:
            if let closed {
                problems.append("it was closed on \(day(of: closed)) and handed in on \(day(of: point))")
            } else if let handedIn, handedIn.hash != point.hash {
                problems.append("it was handed in on \(day(of: handedIn)) and a second time on \(day(of: point))")
            } else {
                handedIn = point
            }
        case .closed:
            if let closed, closed.hash != point.hash {
                problems.append("it was closed on \(day(of: closed)) and a second time on \(day(of: point))")
            } else {
                (handedIn, closed) = (nil, point)
            }
        case .amended: amended = point
        case .voided(let decision):
            voided = AttemptRegister.Voiding(at: entry.at, by: decision.by, reason: decision.reason)
        case .erased: isErased = true
        }
    }
}

extension AttemptRegister.Attempt {
    /// When it ended: when it was closed, or began where nobody knows more.
    var ended: ClockReading? { handedIn?.at ?? closed?.at ?? started?.at }

    /// Why an open log of so many entries cannot be the one that was kept; nil where it can.
    func isEarlier(_ count: Int) -> String? {
        if let closed, count < closed.count {
            return "it was closed on \(day(of: closed)), and an earlier copy of its log was put back since"
        }
        guard let handedIn, count < handedIn.count else { return nil }
        return "it was handed in on \(day(of: handedIn)), and an earlier copy of its log was put back since"
    }

    /// What the hashes of a log's entries, in order, show that cannot be so; empty where all is.
    ///
    /// - Parameter hashes: Of the entries that are there.
    /// - Returns: A clause for each.
    func contradictions(_ hashes: LogHashes) -> [String] {
        var found = problems
        if let started, !started.isIn(hashes) {
            found.append("it is not the log that was begun on \(day(of: started)): another was put in its place")
        } else if let handedIn, hashes.count >= handedIn.count, !handedIn.isIn(hashes) {
            found.append(
                "it was handed in on \(day(of: handedIn)) with other entries: an earlier copy was put back and gone on with"
            )
        } else if let closed, hashes.count >= closed.count, !closed.isIn(hashes) {
            found.append(
                "it was closed on \(day(of: closed)) with other entries: an earlier copy was put back and gone on with")
        }
        return found
    }
}

extension AttemptRegister.Point {
    /// Whether the entry stands in its place among the hashes of a log.
    fileprivate func isIn(_ hashes: LogHashes) -> Bool { hashes[count] == hash }
}

/// The hashes of a log's entries: of all, or of those that anybody asks for.
struct LogHashes: Sendable {
    /// How many entries there are.
    let count: Int
    private let known: [Int: String]
    private let all: [String]

    init(_ all: [String]) {
        count = all.count
        self.all = all
        known = [:]
    }

    /// - Parameter ends: Where the log ended at times, the last one last.
    init(knowing ends: [LogEnd]) {
        count = ends.last?.count ?? 0
        all = []
        known = Dictionary(ends.map { ($0.count, $0.hash) }) { first, _ in first }
    }

    /// The hash of an entry, counted from 1; nil where there is none, or it is not known.
    subscript(number: Int) -> String? { all.indices.contains(number - 1) ? all[number - 1] : known[number] }

    /// Whether the hash of an entry is known, or that there is none.
    func knows(_ number: Int) -> Bool { !all.isEmpty || known[number] != nil || number > count }
}
