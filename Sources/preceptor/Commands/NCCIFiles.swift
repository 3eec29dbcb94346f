import Content
import Glibc
import Interchange
import Machine
import Reports
import Scoring
import Terminal

/// What CMS's files say otherwise than a pack does.
struct NCCIReport {
    struct Entry {
        let file: String
        let disagreement: NCCIDisagreement
    }

    private(set) var entries: [Entry] = []

    /// Holds a pack against each of some files.
    ///
    /// - Throws: `Failure` with status 66 where a file is not there, 65 where it is none of CMS's tables.
    init(of pack: Pack, with files: [String], on day: Day) throws(Failure) {
        for file in files {
            let (table, rows) = try readNCCI(file, about: pack.codes.codes)
            entries += pack.disagreements(with: rows, of: table, on: day).map { Entry(file: file, disagreement: $0) }
        }
    }

    var json: JSON {
        .array(
            entries.map { entry in
                .object([
                    ("file", .string(entry.file)), ("table", .string(entry.disagreement.table.rawValue)),
                    ("code", .string(entry.disagreement.code.description)),
                    ("message", .string(entry.disagreement.message)),
                    ("since", .optional(entry.disagreement.since?.description)),
                ])
            })
    }
}

/// Reads the rows of one of CMS's files about some codes, block by block.
private func readNCCI(_ path: String, about codes: [Code]) throws(Failure) -> (NCCITable, [NCCIRow]) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(.notFound, "\(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    var status = stat()
    // A device may go on for ever; a pipe is what unpacks an archive on the way.
    guard fstat(file, &status) == 0, [S_IFREG, S_IFIFO].contains(status.st_mode & S_IFMT) else {
        throw Failure(.notFound, "\(path): this is not a regular file")
    }
    var blocks = BlockReader(descriptor: file, name: path)
    var reader = NCCIReader(about: codes)
    do {
        while let block = try blocks.next() { try reader.take(block) }
        try reader.finish()
    } catch let problem as ImportProblem {
        throw Failure(.unreadable, "\(path):\(problem.line == nil ? " " : "")\(problem)")
    } catch let failure as Failure {
        throw failure
    } catch {
        throw Failure(.unreadable, "\(path): \(error)")
    }
    guard let table = reader.table else { throw Failure(.unreadable, "\(path): this is no table") }
    return (table, reader.rows)
}
