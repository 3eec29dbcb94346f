package import Examining
import FoundationEssentials
import Glibc
import Machine
package import Quiz
import Synchronization

/// The roster in one file of JSON, beside the attempts that it is held against.
///
/// It is not in the records: those are what one learner's training was, and the roster is what a team has agreed on. It
/// has to travel with the logs (copied, backed up, looked at), a command reads all of it or nothing, and five thousand
/// candidates take less than half a megabyte. One change is one new file that takes the old one's place, so that a reader
/// sees the roster before or after an import and never within it; a lock keeps two commands from undoing each other's
/// changes.
package struct FileRosterStore: RosterStore {
    private let folder: String
    /// What was read last: as long as the file says the same it is not decoded anew.
    private let last = LastRoster()

    private var path: String { "\(folder)/roster.json" }

    /// - Parameter folder: Of exams; it is made, with what is above it, when something is first kept.
    package init(folder: String) { self.folder = folder }

    package func read() throws(ExamError) -> Roster {
        let text = try withFiles { () throws(FileError) in try isThere(path) ? readText(path) : nil }
        guard let text else { return Roster() }
        if let known = last.roster(of: text) { return known }
        do {
            let roster = try JSONDecoder().decode(Roster.self, from: Data(text.utf8))
            last.note(roster, of: text)
            return roster
        } catch {
            throw ExamError(
                .unreadable, "\(path) holds no roster",
                mend: "put back the one that was there, or move it away and import again")
        }
    }

    package func update<Result: Sendable>(
        _ change: (inout Roster) throws(ExamError) -> Result
    ) throws(ExamError) -> Result {
        try withFiles { () throws(FileError) in try makePrivateFolder(folder) }
        let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
            throw ExamError(.cannotMake, "cannot lock \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(lock) }
        let before = try read()
        var roster = before
        let result = try change(&roster)
        if roster != before { try keep(roster) }
        return result
    }

    private func keep(_ roster: Roster) throws(ExamError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let json: Data
        do { json = try encoder.encode(roster) } catch {
            throw ExamError(.defect, "the roster cannot be encoded: \(error)")
        }
        try withFiles { () throws(FileError) in
            try writeFile(Array(json) + [UInt8(ascii: "\n")], to: path, isPrivate: true)
        }
    }
}

/// A roster, with the text of which it was read.
private final class LastRoster: Sendable {
    private let last = Mutex<(text: String, roster: Roster)?>(nil)

    func roster(of text: String) -> Roster? { last.withLock { $0?.text == text ? $0?.roster : nil } }

    func note(_ roster: Roster, of text: String) { last.withLock { $0 = (text, roster) } }
}
