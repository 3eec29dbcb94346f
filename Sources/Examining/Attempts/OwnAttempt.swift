import Audit
import Quiz

/// One of a candidate's attempts at an exam, as its log and the register tell of it together.
struct OwnAttempt {
    let log: AttemptLog?
    let known: AttemptRegister.Attempt?

    var isVoided: Bool { known?.voided != nil }

    /// When it ended, as far as anybody knows: when its time began where its log is gone.
    var ended: ClockReading? { log?.attempt?.endedAt ?? known?.ended ?? log?.attempt?.startedAt }
}

extension Exams {
    /// A candidate's attempts at an exam, the first one first. Each counts for which there is a log, or which the register
    /// has: to take a log away gains nothing.
    ///
    /// - Parameters:
    ///   - candidate: By id.
    ///   - blueprint: The exam's id.
    ///   - pack: The id of the pack that it is of.
    /// - Returns: One for each number, from 1.
    /// - Throws: `ExamError` where something cannot be read, or the register is not as it was written, or knows of
    ///   people whom nobody here knows.
    func ownAttempts(
        of candidate: String, at blueprint: String, in pack: String
    ) throws(ExamError) -> [OwnAttempt] {
        let register = try soundRegister()
        let numbers = try roster.read().numbers ?? [:]
        let people = Set(numbers.values)
        if register.attempts.contains(where: { !$0.isErased && $0.sitting.map { !people.contains($0.person) } == true })
        {
            throw ExamError(
                .checkFailed, "the register tells of people whose numbers are gone from the roster",
                mend: "put roster.json back from a copy")
        }
        let sat = register.attempts.filter {
            $0.sitting?.person == numbers[candidate] && $0.sitting?.blueprint == blueprint && $0.sitting?.pack == pack
        }
        let known = Dictionary(sat.map { ($0.sitting?.number ?? 0, $0) }) { first, _ in first }
        var own: [OwnAttempt] = []
        while true {
            let number = own.count + 1
            let log = try read(number, of: candidate, at: blueprint, in: pack)
            let kept = log?.isStillborn == true ? nil : log
            guard kept != nil || number <= known.keys.max() ?? 0 else { return own }
            own.append(OwnAttempt(log: kept, known: known[number] ?? kept?.log.hashes.first.flatMap { register[$0] }))
        }
    }

    /// A candidate's attempts at an exam whose logs are there and sound, the first one first.
    ///
    /// - Parameters:
    ///   - candidate: By id.
    ///   - blueprint: The exam's id.
    ///   - pack: The id of the pack that it is of.
    /// - Returns: Open or closed, voided or not.
    /// - Throws: `ExamError` where one cannot be read.
    package func keptAttempts(
        of candidate: String, at blueprint: String, in pack: String
    ) throws(ExamError) -> [StoredAttempt] {
        var kept: [StoredAttempt] = []
        var number = 1
        while let log = try read(number, of: candidate, at: blueprint, in: pack) {
            if log.isIntact, let attempt = log.attempt { kept.append(attempt) }
            number += 1
        }
        return kept
    }

    /// The log of a candidate's attempt at an exam, by its number; nil where there is none.
    ///
    /// - Throws: `ExamError` where it cannot be read, or tells of somebody else's.
    private func read(
        _ number: Int, of candidate: String, at blueprint: String, in pack: String
    ) throws(ExamError) -> AttemptLog? {
        let name = attemptName(of: candidate, at: blueprint, in: pack, number: number)
        if let log = try read(name, isWhole: false) {
            guard let whose = log.attempt?.form.candidate, whose != candidate else { return log }
            throw ExamError(
                .checkFailed, "\(log.location) is the log of an attempt of \(whose.prefix(64)), under another name",
                mend: putBack)
        }
        // Two candidates may have had the same name for theirs.
        let earlier = earlierAttemptName(of: candidate, at: blueprint, in: pack, number: number)
        guard earlier != name, let log = try read(earlier, isWhole: false) else { return nil }
        return log.attempt?.form.candidate == candidate ? log : nil
    }

    /// The attempt where it is one to go on with; nil where it is over.
    ///
    /// - Throws: `ExamError` where nobody can tell, and it was not voided.
    func open(_ own: OwnAttempt) throws(ExamError) -> StoredAttempt? {
        guard !own.isVoided, let log = own.log else { return nil }
        guard log.log.isIntact, let attempt = log.attempt else {
            throw ExamError(
                .unreadable, "the log of this attempt is damaged: \(log.location)",
                mend: "exam verify tells more; whoever gives the exam can void it")
        }
        return attempt.head == nil ? attempt : nil
    }
}
