import Audit
package import Quiz

/// What is kept of one person.
package struct PersonalData: Sendable {
    /// What attempts are kept under.
    package let id: String
    /// What the roster has; nil for somebody who is not on it.
    package let onRoster: RosterCandidate?
    /// The person's groups, by title.
    package let groups: [String]
    /// Each log as it is kept, by the name of its file.
    package let logs: [(name: String, bytes: [UInt8])]
    /// What the register has of the person's attempts.
    package let registered: [AttemptRegister.Attempt]
    /// The certificates that were issued.
    package let certificates: [IssuedRecord]
}

extension Exams {
    /// All that is kept of a person.
    ///
    /// - Parameter word: Means a candidate, or is what attempts of somebody else are kept under.
    /// - Returns: It, for the person to have.
    /// - Throws: `ExamError` where something cannot be read, or nothing is known.
    package func personalData(of word: String) throws(ExamError) -> PersonalData {
        let roster = try roster.read()
        let examinee = try Examinee(word, on: roster)
        let register = try register()
        let number = roster.numbers?[examinee.id]
        var kept: [(name: String, bytes: [UInt8])] = []
        for name in try attemptNames(of: examinee.id) {
            for (log, ending) in [(ExamLog.attempt(name), "log"), (.addenda(name), "addenda")] {
                let bytes = try keeping { () throws(LogError) in try logs.read(log) }
                if let bytes { kept.append(("\(name).\(ending)", bytes)) }
            }
        }
        guard examinee.onRoster != nil || number != nil || !kept.isEmpty else {
            throw ExamError(
                .notFound, "nothing is kept of \(word.prefix(64))",
                mend: roster.candidateNear(word) ?? "exam roster show lists who is on the roster")
        }
        return PersonalData(
            id: examinee.id, onRoster: examinee.onRoster, groups: roster.groups(of: examinee.id).map(\.title),
            logs: kept, registered: register.attempts.filter { $0.sitting != nil && $0.sitting?.person == number },
            certificates: try issuers.issuer() == nil
                ? []
                : issued().filter { record in
                    record.person.map { $0 == number } ?? (record.candidate == examinee.name)
                })
    }

    /// Takes away what is kept of a person: logs, addenda, the position on the roster and the number that stands in the
    /// register for the person, which then means nobody. The register says that it was done, and still verifies.
    ///
    /// - Parameters:
    ///   - word: Means a candidate, or is what attempts of somebody else are kept under.
    ///   - person: Who answers for it.
    ///   - reason: Why.
    /// - Returns: What was taken away.
    /// - Throws: `ExamError` where nothing is known, a certificate names the person, or it cannot be done.
    package func forget(_ word: String, by person: String, because reason: String) throws(ExamError) -> PersonalData {
        let data = try personalData(of: word)
        // What the register of certificates said by name it says for ever; numbers mean nobody afterwards.
        if let certificate = data.certificates.first(where: { $0.candidate != nil }) {
            throw ExamError(
                .invalid, "\(certificate.id) was issued to \(word.prefix(64)), and its register keeps the name",
                mend: "the issuer's register is kept for whoever was shown the certificate")
        }
        for attempt in data.registered {
            let last = attempt.closed ?? attempt.started
            try enter(
                .erased(.init(by: person, reason: reason)), of: attempt.id,
                LogEnd(count: last?.count ?? 0, hash: last?.hash ?? attempt.id))
        }
        for name in try attemptNames(of: data.id) {
            try enterErased(name, by: person, because: reason)
            try keeping { () throws(LogError) in
                try logs.remove(.addenda(name))
                try logs.remove(.attempt(name))
            }
        }
        try verified.removeAll()
        try roster.update { roster throws(ExamError) in roster.forget(data.id) }
        return data
    }

    /// Enters that an attempt of before the register knew beginnings is erased, where it is in it.
    private func enterErased(_ name: String, by person: String, because reason: String) throws(ExamError) {
        guard let attempt = try read(name, isWhole: false)?.attempt, let known = try register()[attempt.id],
            !known.isErased
        else { return }
        try enter(.erased(.init(by: person, reason: reason)), of: attempt.id, attempt.end)
    }

    /// The names of a candidate's logs.
    private func attemptNames(of candidate: String) throws(ExamError) -> [String] {
        var names: [String] = []
        for name in try keeping({ () throws(LogError) in try logs.attempts() }) {
            if try read(name, isWhole: false)?.attempt?.form.candidate == candidate { names.append(name) }
        }
        return names
    }
}
