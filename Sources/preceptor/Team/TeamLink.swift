import FoundationEssentials
import Machine
import Terminal

/// That the learner here is one of a team server's, and how far the records of both are the same.
struct TeamLink: Codable, Equatable {
    /// Such as `https://exams.example.org`.
    var address: String
    /// What the server lets this terminal in by.
    var key: String
    /// The learner's name on this machine.
    var learner: String
    /// The number of the last answer here that the server has.
    var sent: Int64 = 0
    /// The number of the last answer there that is here.
    var taken: Int64 = 0

    /// The one of this machine's user; nil where there is none.
    ///
    /// - Throws: `Failure` where it is there and cannot be read.
    static func read() throws(Failure) -> TeamLink? {
        guard let path = Paths.team, fileKind(at: path) != 0 else { return nil }
        do {
            let link = try JSONDecoder().decode(TeamLink.self, from: Data(try readFile(path, limit: 1 << 16)))
            _ = try TeamAddress(link.address)
            if TeamAddress.isKey(link.key), link.sent >= 0, link.taken >= 0 { return link }
        } catch {
            // Whatever is wrong with it is mended in one way.
        }
        throw Failure(.unreadable, "\(path) cannot be read; preceptor login makes it anew")
    }

    /// Keeps it, for this user alone.
    ///
    /// - Throws: `Failure` where it cannot be kept.
    func keep() throws(Failure) {
        guard let path = Paths.team else {
            throw Failure(.cannotMake, "there is no folder for records; set PRECEPTOR_HOME to one")
        }
        let bytes = (try? JSONEncoder().encode(self)).map { Array($0) } ?? []
        do throws(FileError) {
            if let slash = path.lastIndex(of: "/") { try makePrivateFolder(String(path[..<slash])) }
            try writeFile(bytes, to: path, isPrivate: true)
        } catch { throw Failure(error) }
    }
}
