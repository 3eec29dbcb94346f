import Audit
package import Content
import Quiz
import Scoring

/// The attempts that are there, held against the register in both directions.
package struct AttemptList: Sendable {
    /// By candidate and number; each once, and none that is not as it was.
    package private(set) var attempts: [StoredAttempt] = []
    /// What is not as it should be, a sentence each; empty where all is.
    package private(set) var irregularities: [String] = []
    private let register: AttemptRegister
    /// The public keys whose seals are good, in hexadecimal digits.
    private let keys: Set<String>

    /// Every time that the clock had been put back between two entries of the register.
    package var setBacks: [AttemptRegister.SetBack] { register.setBacks }
    private let numbers: [String: String]
    private var names: [String: String] = [:]
    /// The hashes of the first entries of all logs, damaged or not.
    private var ids: Set<String> = []

    /// Those at exams of a pack, or at one exam of it.
    package func attempts(of pack: Pack, only blueprint: Blueprint? = nil) -> [StoredAttempt] {
        attempts.filter {
            $0.form.pack == pack.id.text && (blueprint == nil || $0.form.blueprint == blueprint?.id.text)
        }
    }

    init(against register: AttemptRegister, keys: Set<String>, numbers: [String: String]) {
        self.register = register
        self.keys = keys
        self.numbers = numbers
        irregularities = register.problems.map { "The register of exams is damaged: \($0)." }
    }

    mutating func take(_ log: AttemptLog) {
        if let id = log.log.hashes.first { ids.insert(id) }
        guard log.isIntact, let attempt = log.attempt else {
            irregularities.append(
                "\(log.location) is damaged and left out; preceptor exam verify \(log.location) says how.")
            return
        }
        take(attempt, LogHashes(log.log.hashes))
    }

    /// Takes an attempt whose logs were verified before.
    ///
    /// - Returns: Whether all is known of it that the register asks for; else its log has to be read.
    mutating func take(verified attempt: StoredAttempt) -> Bool {
        let hashes = LogHashes(knowing: [attempt.begun, attempt.handedIn, attempt.end].compactMap(\.self))
        let known = register[attempt.id]
        let asked = [known?.started, known?.handedIn, known?.closed].compactMap { $0?.count }
        guard asked.allSatisfy(hashes.knows) else { return false }
        ids.insert(attempt.id)
        take(attempt, hashes)
        return true
    }

    private mutating func take(_ attempt: StoredAttempt, _ hashes: LogHashes) {
        let known = register[attempt.id]
        if let problem = known?.contradictions(hashes).first ?? lack(of: known, attempt) {
            irregularities.append("\(attempt.location) is left out: \(problem).")
        } else {
            attempts.append(attempt.voided(known?.voided))
        }
    }

    /// A closed attempt that the register does not have as such, an open one that it has as more, what another key
    /// signed, and addenda that are gone.
    private func lack(of known: AttemptRegister.Attempt?, _ attempt: StoredAttempt) -> String? {
        guard attempt.head != nil else { return known?.isEarlier(attempt.hashes.count) }
        if known?.closed == nil { return "the register does not have its end: it was cut, or put back" }
        if let strange = attempt.strangeKeys(keys).first { return strange }
        guard let amended = known?.amended, amended.count > 0 else { return nil }
        let here = attempt.addendaEnd?.count ?? 0
        if here < amended.count {
            return "of the \(amended.count) addenda that the register has of it \(here) are here"
        }
        guard here == amended.count, attempt.addendaEnd?.hash != amended.hash else { return nil }
        return "addendum \(here) is not the one that the register has"
    }

    /// Names the attempts that were sat by other rules than a pack has: under an earlier revision of it, or a copy that
    /// somebody changed.
    mutating func nameOtherRules(than pack: Pack) {
        for blueprint in pack.blueprints {
            let asked = ExamRules(of: blueprint)
            let others = Dictionary(grouping: attempts(of: pack, only: blueprint)) { ExamRules(of: $0.form) }
            for (rules, sat) in others.sorted(by: { $0.key.words < $1.key.words }) where rules != asked {
                let names = sat.prefix(3).map(\.name).joined(separator: ", ") + (sat.count > 3 ? " and others" : "")
                irregularities.append(
                    "\(quantity(sat.count, "attempt")) at \(blueprint.id) (\(names)) \(sat.count == 1 ? "was" : "were") sat by "
                        + "other rules than the pack has: \(rules.words); it has \(asked.words).")
            }
        }
    }

    /// Sorts the attempts, leaves out copies, and names the attempts that only the register knows.
    mutating func finish() {
        leaveOutCopies()
        attempts.sort {
            ($0.form.candidate, $0.form.attempt, $0.name) < ($1.form.candidate, $1.form.attempt, $1.name)
        }
        irregularities += register.attempts.compactMap(missing)
    }

    /// Of logs that begin alike the one counts that is called as it was when it was begun, or else the first.
    private mutating func leaveOutCopies() {
        func isOwn(_ index: Int) -> Bool { attempts[index].form.isCalled(attempts[index].name) }
        var (first, copies): ([String: Int], Set<Int>) = ([:], [])
        first.reserveCapacity(attempts.count)
        for index in attempts.indices.filter(isOwn) + attempts.indices.filter({ !isOwn($0) }) {
            if let original = first[attempts[index].id] {
                irregularities.append(
                    "\(attempts[index].location) is a copy of \(attempts[original].location), and counts no second time."
                )
                copies.insert(index)
            } else {
                first[attempts[index].id] = index
            }
        }
        guard !copies.isEmpty else { return }
        attempts = attempts.indices.filter { !copies.contains($0) }.map { attempts[$0] }
    }

    private func missing(_ known: AttemptRegister.Attempt) -> String? {
        guard !known.isErased, !ids.contains(known.id) else { return nil }
        let closed = known.closed.map { ", and closed on \(day(of: $0))" } ?? ""
        guard let sitting = known.sitting else {
            return "The log of an attempt is missing that was closed on \(known.closed.map(day) ?? "a day")."
        }
        let who = numbers.first { $0.value == sitting.person }?.key ?? "somebody whose name was taken off the roster"
        let begun = known.started.map { " begun on \(day(of: $0))" } ?? ""
        return "The log of \(who)'s attempt \(sitting.number) at \(sitting.blueprint) is missing,\(begun)\(closed)."
    }
}

extension Exams {
    /// The attempts that are there, held against the register. A log that was begun and of which no entry was kept is
    /// none. Logs that were verified before, and were not touched since, are not read again.
    ///
    /// - Parameter revision: The pack by which the answers to it are read for statistics; nil where nobody asks.
    /// - Returns: By candidate and number.
    /// - Throws: `ExamError` where one cannot be read.
    package func attempts(reading revision: PackRevision? = nil) throws(ExamError) -> AttemptList {
        var list = AttemptList(
            against: try register(), keys: try goodKeys(), numbers: try roster.read().numbers ?? [:])
        let key = try keyOfOwn()
        let before = key.flatMap { verified.read("attempts", as: VerifiedAttempts.self, by: $0) }
        var known = before ?? VerifiedAttempts()
        let marks = try keeping { () throws(LogError) in try logs.marks() }
        let names = try keeping { () throws(LogError) in try logs.attempts() }
        for name in names {
            if let attempt = known.attempt(name, marked: marks[name]), list.take(verified: attempt) { continue }
            guard let log = try read(name, isWhole: false), !log.isStillborn else { continue }
            list.take(log)
            if log.isIntact, let mark = marks[name], let attempt = log.attempt, attempt.head != nil {
                known.note(attempt, marked: mark)
            }
        }
        list.finish()
        if let revision {
            list.nameOtherRules(than: revision.pack)
            list.read(by: revision, as: reader(by: revision), noting: &known, marks)
        }
        known.keep(only: Set(names))
        if let key, known.added >= verified.fewest { verified.keep(known, as: "attempts", by: key) }
        return list
    }
}

extension AttemptList {
    /// Reads closed attempts' answers for statistics, where that was not done before.
    fileprivate mutating func read(
        by revision: PackRevision, as reader: String, noting known: inout VerifiedAttempts, _ marks: [String: LogMark]
    ) {
        let payers = Payers(of: revision.pack)
        for position in attempts.indices {
            let attempt = attempts[position]
            guard attempt.form.pack == revision.pack.id.text, attempt.head != nil,
                attempt.readAnswers?.reader != reader
            else { continue }
            let read = attempt.read(as: ReadAnswers(of: attempt, by: payers, reader: reader))
            attempts[position] = read
            if let mark = marks[attempt.name] { known.note(read.voided(nil), marked: mark) }
        }
    }
}
