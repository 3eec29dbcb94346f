import FoundationEssentials
import Glibc
package import Quiz
import System
package import Terminal

/// Where the roster is kept: one file of JSON in the folder of exams, beside the attempts that it is held against.
///
/// It is not in the records: those are what one learner's training was, and the roster is what a team has agreed on. It
/// has to travel with the logs (copied, backed up, looked at), a command reads all of it or nothing, and five thousand
/// candidates take less than half a megabyte. One change is one new file that takes the old one's place, so that a reader
/// sees the roster before or after an import and never within it; a lock keeps two commands from undoing each other's
/// changes.
package struct RosterFile {
    package let path: String

    /// - Throws: `Failure` with status 73 where the person has no folder for exams.
    package init() throws(Failure) {
        path = "\(try ExamFolder.ownPath())/roster.json"
    }

    /// The roster as it is now; an empty one where nobody made one.
    ///
    /// - Throws: `Failure` with status 65 where the file holds something else.
    package func read() throws(Failure) -> Roster {
        guard access(path, F_OK) == 0 else { return Roster() }
        do {
            return try JSONDecoder().decode(Roster.self, from: Data(try readText(path).utf8))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(
                .unreadable,
                "\(path) holds no roster; put back the one that was there, or move it away and import again")
        }
    }

    /// Changes the roster; where the change fails, or cannot be kept, nothing has changed.
    ///
    /// - Throws: `Failure`, the change's own or one with status 73 or 74.
    package func update<Result>(_ change: (inout Roster) throws(Failure) -> Result) throws(Failure) -> Result {
        try makePrivateFolder(String(path.dropLast("/roster.json".count)))
        let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
            throw Failure(.cannotMake, "cannot lock \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(lock) }
        let before = try read()
        var roster = before
        let result = try change(&roster)
        if roster != before { try keep(roster) }
        return result
    }

    private func keep(_ roster: Roster) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try writeFile(Array(encoder.encode(roster)) + [UInt8(ascii: "\n")], to: path, isPrivate: true)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.defect, "the roster cannot be encoded: \(error)")
        }
    }
}

extension Roster {
    /// The one candidate whom a word means; nil where it means none.
    ///
    /// - Throws: `Failure` with status 64 where it means several.
    package func candidate(named word: String) throws(Failure) -> RosterCandidate? {
        let found = candidates(named: word)
        guard found.count > 1 else { return found.first }
        let ids = found.map(\.id).joined(separator: ", ")
        throw Failure(.usage, "\(word.prefix(64)) is the name of several candidates; say which: \(ids)")
    }

    /// The one group that a word means; nil where it means none.
    ///
    /// - Throws: `Failure` with status 64 where it means several.
    package func group(named word: String) throws(Failure) -> RosterGroup? {
        let found = groups(named: word)
        guard found.count > 1 else { return found.first }
        let ids = found.map(\.id).joined(separator: ", ")
        throw Failure(.usage, "\(word.prefix(64)) is the title of several groups; say which: \(ids)")
    }

    /// The group or candidate that a word means; `group:` or `candidate:` before it says which of the two.
    ///
    /// - Throws: `Failure` with status 64 where it means both or several, and 66 where it means nothing.
    package func target(named word: String) throws(Failure) -> Assignment.Target {
        let told = Assignment.Target(text: word)
        var group: RosterGroup?
        var candidate: RosterCandidate?
        switch told {
        case .group(let name)?: group = try self.group(named: name)
        case .candidate(let name)?: candidate = try self.candidate(named: name)
        case nil:
            group = try self.group(named: word)
            candidate = try self.candidate(named: word)
        }
        switch (group, candidate) {
        case (let group?, nil): return .group(group.id)
        case (nil, let candidate?): return .candidate(candidate.id)
        case (_?, _?):
            throw Failure(
                .usage, "\(word) is a group and a candidate; write group:\(word) or candidate:\(word)")
        case (nil, nil):
            let near = suggestion(for: word, amongNamesOf: self)
            throw Failure(
                .notFound, "no group or candidate \(word.prefix(64)) is on the roster; \(near)")
        }
    }

    /// What an assignment's target is called.
    package func name(of target: Assignment.Target) -> String {
        switch target {
        case .group(let id): group(id)?.title ?? id
        case .candidate(let id): candidate(id)?.name ?? id
        }
    }
}
