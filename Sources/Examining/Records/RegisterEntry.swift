import Audit
package import Quiz
package import Scoring

/// What the register keeps of an attempt, so that nobody can take away its log, put back an earlier one, or cut off what
/// was added later, without a trace.
package struct RegisterEntry: Sendable, Equatable {
    /// What came to be.
    package let event: Event
    /// When, by the clock on the wall.
    package let at: Moment
    /// The hash of the log's first entry, which names an attempt whatever it is called.
    package let attempt: String
    /// How many entries there were then.
    package let count: Int
    /// The hash of the last one.
    package let hash: String
    /// The machine's own clock; nil in entries of before it was kept.
    private let machine: MachineClock?

    /// What came to be.
    package enum Event: Sendable, Equatable {
        /// The candidate's time began; what is sat and by whom is nil in entries of before it was kept.
        case started(Sitting?)
        /// It was handed in, or its time is over: nothing is told of it before this is entered.
        case handedIn
        /// The log got its signed end.
        case closed
        /// Another addendum was added.
        case amended
        /// The attempt counts no longer.
        case voided(Decision)
        /// What was kept of the person was taken away, and the log with it.
        case erased(Decision)
    }

    /// Which attempt begins. It holds no name: the register stays as it is when a person is forgotten.
    package struct Sitting: Codable, Sendable, Equatable {
        /// By the number that the roster keeps for the person and for nothing else.
        package let person: String
        /// The id of the pack.
        package let pack: String
        /// The id of the exam.
        package let blueprint: String
        /// Counted from 1.
        package let number: Int
    }

    /// Who answers for something, and why it was done.
    package struct Decision: Sendable, Equatable {
        /// Who answers for it.
        package let by: String
        /// Why it was done.
        package let reason: String
    }

    private struct MachineClock: Equatable {
        /// Milliseconds since the machine was started.
        let up: Int64
        /// Names the machine's start.
        let boot: String
    }

    /// Something that came to be now.
    ///
    /// - Parameters:
    ///   - event: What.
    ///   - attempt: The hash of its log's first entry.
    ///   - end: Where its log, or that of its addenda, ends.
    ///   - reading: What the clocks show.
    init(_ event: Event, of attempt: String, _ end: LogEnd, at reading: ClockReading) {
        self.event = event
        self.attempt = attempt
        (count, hash, at) = (end.count, end.hash, reading.moment)
        machine = MachineClock(up: reading.up, boot: reading.boot)
    }

    /// When it came to be, by both clocks.
    package var reading: ClockReading {
        ClockReading(wall: at.milliseconds, up: machine?.up ?? 0, boot: machine?.boot ?? "")
    }

    /// Which attempt begins; nil where none does.
    package var sitting: Sitting? { if case .started(let sitting) = event { sitting } else { nil } }
}

/// As a line of the register holds it: the name of the event, and the members that belong to it.
extension RegisterEntry: Codable {
    private enum Member: String, CodingKey {
        case event, at, attempt, count, hash, sitting, up, boot, by, reason
    }

    private enum Name: String, Codable {
        case started, closed, amended, voided, erased
        case handedIn = "handed-in"
    }

    /// Reads what a line tells.
    ///
    /// - Throws: `DecodingError` where something is missing, and of times and counts that there cannot be.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        func decision() throws -> Decision {
            Decision(
                by: try members.decode(String.self, forKey: .by),
                reason: try members.decode(String.self, forKey: .reason))
        }
        event =
            switch try members.decode(Name.self, forKey: .event) {
            case .started: .started(try members.decodeIfPresent(Sitting.self, forKey: .sitting))
            case .handedIn: .handedIn
            case .closed: .closed
            case .amended: .amended
            case .voided: .voided(try decision())
            case .erased: .erased(try decision())
            }
        at = Moment(milliseconds: try members.decode(.at, in: ClockReading.range))
        attempt = try members.decode(String.self, forKey: .attempt)
        count = try members.decode(.count, in: 0...longestLog)
        hash = try members.decode(String.self, forKey: .hash)
        machine = try members.decodeIfPresent(.up, in: ClockReading.range).map {
            MachineClock(up: $0, boot: try members.decode(String.self, forKey: .boot))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode(name, forKey: .event)
        try members.encode(at, forKey: .at)
        try members.encode(attempt, forKey: .attempt)
        try members.encode(count, forKey: .count)
        try members.encode(hash, forKey: .hash)
        try members.encodeIfPresent(machine?.up, forKey: .up)
        try members.encodeIfPresent(machine?.boot, forKey: .boot)
        switch event {
        case .started(let sitting): try members.encodeIfPresent(sitting, forKey: .sitting)
        case .voided(let decision), .erased(let decision):
            try members.encode(decision.by, forKey: .by)
            try members.encode(decision.reason, forKey: .reason)
        case .handedIn, .closed, .amended: break
        }
    }

    private var name: Name {
        switch event {
        case .started: .started
        case .handedIn: .handedIn
        case .closed: .closed
        case .amended: .amended
        case .voided: .voided
        case .erased: .erased
        }
    }
}
