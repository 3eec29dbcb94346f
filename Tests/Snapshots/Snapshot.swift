import Glibc
import PseudoTerminal
package import Testing

/// Expects a text to be what a file says, which is kept with the tests for people to read.
///
/// The file is `name.txt` in a folder beside the test's file. With `PRECEPTOR_SNAPSHOTS=record` in the
/// environment it is written instead.
package func expectSnapshot(
    _ text: String,
    named name: String,
    in folder: String = "Snapshots",
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let beside = file.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let snapshot = Snapshot(path: "\(folder.hasPrefix("/") ? folder : "\(beside)/\(folder)")/\(name).txt")
    do {
        if let mode = getenv("PRECEPTOR_SNAPSHOTS"), strcmp(mode, "record") == 0 {
            try snapshot.record(text)
        } else if let problem = try snapshot.problem(with: text) {
            Issue.record("\(problem)", sourceLocation: sourceLocation)
        }
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}

/// A text in a file that another is held against.
struct Snapshot {
    let path: String

    /// Writes the file, and the folder it is in; a text that does not end its last line has that done for it.
    func record(_ text: String) throws {
        let parts = path.split(separator: "/").dropLast()
        for count in parts.indices {
            mkdir("/" + parts[...count].joined(separator: "/"), 0o777)
        }
        try writeFile(path, ended(text))
    }

    /// How a text differs, line by line; nil if it does not.
    func problem(with text: String) throws -> String? {
        guard let expected = try readFile(path) else {
            return "There is no \(path). Run the test once with PRECEPTOR_SNAPSHOTS=record and read what it wrote:\n"
                + ended(text)
        }
        guard expected != ended(text) else { return nil }
        return "Not what \(path) says (- expected, + found; PRECEPTOR_SNAPSHOTS=record writes it anew):\n"
            + lineDifference(from: expected, to: ended(text))
    }

    private func ended(_ text: String) -> String {
        text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    }
}

/// All lines of both texts, those only in the old one with a minus before them, those only in the new with a plus.
func lineDifference(from old: String, to new: String) -> String {
    let oldLines = lines(of: old)
    let newLines = lines(of: new)
    let difference = newLines.difference(from: oldLines)
    let removed = Set(difference.removals.map(offset(of:)))
    let inserted = Set(difference.insertions.map(offset(of:)))
    var result: [String] = []
    var place = 0
    for (number, line) in oldLines.enumerated() {
        guard !removed.contains(number) else {
            result.append("- " + line)
            continue
        }
        while inserted.contains(place) {
            result.append("+ " + newLines[place])
            place += 1
        }
        result.append("  " + line)
        place += 1
    }
    return (result + newLines[place...].map { "+ " + $0 }).joined(separator: "\n")
}

private func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true {
        lines.removeLast()
    }
    return lines
}

private func offset(of change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
}
