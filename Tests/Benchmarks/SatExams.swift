import Audit
import Authoring
import Content
import Examining
import Foundation
import Machine
import PseudoTerminal
import Quiz
import Scoring
import Signatures
import Stores

/// Attempts at the certification of home infusion, as a home keeps them.
///
/// Sixty are sat and closed as the program does it; the logs of the others are theirs under other names, each chained and
/// signed for itself, and all of them in one register.
enum SatExams {
    private static let sat = 60

    /// Makes them, and tells how long that took.
    static func make(_ count: Int, in folder: String) throws -> String {
        let library = try PackLibrary.ofThisMachine()
        let (revision, sha256) = try library.fingerprints(of: "home-infusion")
        let pack = PackRevision(
            try library.load("home-infusion"), named: "home-infusion", revision: revision, sha256: sha256)
        let filling = try milliseconds { try fill(folder, count, with: SigningKey(), of: pack) }
        let items = pack.pack.blueprint("certification")?.count ?? 0
        return "\(count) attempts of \(items) items made in \(Int(filling / 1_000)) s"
    }

    private static func fill(_ folder: String, _ count: Int, with key: SigningKey, of revision: PackRevision) throws {
        try makePrivateFolder("\(folder)/attempts")
        try writeFile(key.pem, to: "\(folder)/signing.key", isPrivate: true)
        let patterns = try (0..<min(sat, count)).map { try sit($0, with: key, of: revision) }
        var (register, end): ([String], LogEnd) = ([], .beginning())
        var numbers: [String: String] = [:]
        for number in 0..<count {
            let candidate = "candidate \(number)"
            numbers[candidate] = String(repeating: "0", count: 26) + String(100_000 + number)
            let log = try patterns[number % patterns.count].log(
                of: candidate, person: numbers[candidate] ?? "", signedBy: key)
            try write(log.lines, to: "\(folder)/attempts/\(log.name).log")
            for entry in log.entries {
                let (line, next) = try Ledger.line(entry, after: end, signedBy: key)
                register.append(line)
                end = next
            }
        }
        try write(register, to: "\(folder)/register.log")
        let roster: [String: Any] = ["candidates": [], "groups": [], "assignments": [], "numbers": numbers]
        try JSONSerialization.data(withJSONObject: roster).write(to: URL(filePath: "\(folder)/roster.json"))
        _ = chmod("\(folder)/roster.json", 0o600)
    }

    private static func write(_ lines: [String], to path: String) throws {
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
        _ = chmod(path, 0o600)
    }

    /// Sits the certification in memory, some items rightly.
    private static func sit(_ number: Int, with key: SigningKey, of revision: PackRevision) throws -> Pattern {
        let logs = MemoryLogStore()
        let issuers = MemoryIssuerStore()
        _ = issuers.keepSealingKey(key)
        let time = SetTime(Moment(milliseconds: 1_772_442_000_000 + Int64(number) * 86_400_000))
        let exams = Exams(
            logs: logs, roster: MemoryRosterStore(), issuers: issuers, verified: MemoryVerifiedStore(), time: time,
            user: "team", build: "bench")
        var chance = SeededGenerator(seed: UInt64(number))
        let examinee = try Examinee(Pattern.candidate, on: Roster())
        guard let blueprint = revision.pack.blueprint("certification") else { throw CocoaError(.fileNoSuchFile) }
        var attempt = try exams.takeUp(blueprint, of: revision, by: examinee, using: &chance)
        try attempt.begin(nil)
        for (place, item) in attempt.items.enumerated() {
            time.pass(milliseconds: Int64(20_000 + 1_000 * Int.random(in: 0..<60, using: &chance)))
            let isRight = Int.random(in: 0..<100, using: &chance) < 40 + number % 50
            let wrong = item.kind == .term ? "something else" : "99601 x7"
            try attempt.answer(
                place, isRight ? item.key : wrong, thenShowing: place + 1 < attempt.items.count ? place + 1 : nil)
        }
        try attempt.handIn()
        return try Pattern(attempt.name, logs)
    }
}

/// A log of which others are made.
private struct Pattern {
    static let candidate = "nobody yet"
    /// Each entry as JSON.
    private let entries: [String]
    /// What the register has of it, as JSON, with the number of entries that the log had then.
    private let register: [(json: String, count: Int, entry: RegisterEntry)]

    init(_ name: String, _ logs: MemoryLogStore) throws {
        let lines = String(decoding: logs.read(.attempt(name)) ?? [], as: UTF8.self).split(separator: "\n").dropLast()
        entries = lines.map { line in
            let rest = line.dropFirst(#"{"entry":"#.count)
            return String(rest[..<(rest.range(of: #","n":"#, options: .backwards)?.lowerBound ?? rest.endIndex)])
        }
        register = try Ledger<RegisterEntry>(logs.read(.register) ?? []).statements.map { entry in
            (String(decoding: try canonical(entry), as: UTF8.self), entry.count, entry)
        }
    }

    /// The same log and its entries in the register as somebody else's.
    func log(
        of candidate: String, person: String, signedBy key: SigningKey
    ) throws -> (name: String, lines: [String], entries: [RegisterEntry]) {
        var (hashes, lines): ([String], [String]) = ([String(repeating: "0", count: 64)], [])
        for (place, entry) in entries.enumerated() {
            let own = entry.replacing("\"\(Self.candidate)\"", with: "\"\(candidate)\"")
            let object = "{\"entry\":\(own),\"n\":\(place + 1),\"prev\":\"\(hashes[place])\"}"
            hashes.append(hexadecimal(sha256(Array(object.utf8))))
            lines.append(object.dropLast() + ",\"hash\":\"\(hashes[place + 1])\"}")
        }
        let end = LogEnd(count: entries.count, hash: hashes[entries.count])
        lines.append(try Chain<ExamEntry>(end).head(signedBy: key))
        let entered = try register.map { json, count, entry in
            var own = json.replacing(entry.hash, with: hashes[count]).replacing(entry.attempt, with: hashes[1])
            if let sitting = entry.sitting { own = own.replacing(sitting.person, with: person) }
            return try JSONDecoder().decode(RegisterEntry.self, from: Data(own.utf8))
        }
        return (attemptName(of: candidate, at: "certification", in: "home-infusion", number: 1), lines, entered)
    }
}
