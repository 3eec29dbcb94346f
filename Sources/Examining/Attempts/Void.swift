import Audit
import Quiz

extension Exams {
    /// Lets an attempt count no longer: not as one of those that a candidate has, not in figures, and for no certificate.
    /// Its log, where there is one, stays as it is.
    ///
    /// - Parameters:
    ///   - name: The attempt's, whether or not its log is there.
    ///   - person: Who answers for it.
    ///   - reason: Why, as the candidate is told.
    /// - Returns: What the attempt is called.
    /// - Throws: `ExamError` where nobody knows of it, it was voided before, or it cannot be kept.
    @discardableResult
    package func void(_ name: String, by person: String, because reason: String) throws(ExamError) -> String {
        try checkGrader(person)
        let name = fileName(of: name)
        let register = try soundRegister()
        let names = try roster.read().numbers ?? [:]
        let known = register.attempts.first { attempt in
            attempt.sitting?.isCalled(name, among: names) ?? false
        }
        let log = known == nil ? try read(named(name), isWhole: false) : nil
        guard let id = known?.id ?? log?.log.hashes.first else {
            throw ExamError(.unreadable, "\(name) is no attempt", mend: "exam verify tells")
        }
        guard register[id]?.voided == nil else { throw ExamError(.invalid, "\(name) was voided before") }
        let end = known?.closed ?? known?.started
        try enter(
            .voided(.init(by: person, reason: reason)), of: id,
            LogEnd(count: end?.count ?? log?.log.end.count ?? 0, hash: end?.hash ?? log?.log.end.hash ?? id))
        return name
    }
}

extension RegisterEntry.Sitting {
    /// Whether the attempt may be called so; not where nobody knows any more whose it is.
    func isCalled(_ name: String, among numbers: [String: String]) -> Bool {
        guard let candidate = numbers.first(where: { $0.value == person })?.key else { return false }
        return name == attemptName(of: candidate, at: blueprint, in: pack, number: number)
            || name == earlierAttemptName(of: candidate, at: blueprint, in: pack, number: number)
    }
}
