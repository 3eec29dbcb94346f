import FoundationEssentials
import Signatures

/// What a log says, and every sign that it is not as it was written.
package struct ChainedLog<Body: Codable & Sendable>: Sendable {
    /// The entries that can be read, in the order of the lines.
    package private(set) var entries: [Body] = []
    /// The hash of each entry.
    package private(set) var hashes: [String] = []
    /// The signed line at the end; nil while the log is open.
    package private(set) var head: Head?
    /// What is wrong, and with which entry; empty where nothing is.
    package private(set) var problems: [String] = []
    /// The BLAKE2b of all its bytes: what is read later is the same log where it has the same.
    package let digest: [UInt8]
    /// The number that the next entry is to have.
    private var expected: Int
    /// How many entries there were before the first of these.
    private let earlier: Int
    /// The hash that the next entry is to hold; nil after an entry that states none.
    private var last: String?

    /// Reads a log's lines and holds each against the one before, the first against what the log goes on from: another
    /// log, or what was read of the same one before.
    package init(_ bytes: [UInt8], after end: LogEnd = .beginning()) {
        (last, earlier, expected) = (end.hash, end.count, end.count + 1)
        digest = blake2b(bytes[...])
        if bytes.last != UInt8(ascii: "\n") { problems.append("the last line is cut off") }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() where position < lines.count - 1 || !line.isEmpty {
            take(line, number: position + 1)
        }
    }

    /// Reads the whole lines of a log. What a power cut left of a last line was never acknowledged, and is not read.
    package init(wholeLinesOf bytes: [UInt8], after end: LogEnd = .beginning()) {
        let length = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if length == 0 { self.init(after: end) } else { self.init(Array(bytes[..<length]), after: end) }
    }

    private init(after end: LogEnd) {
        (last, earlier, expected) = (end.hash, end.count, end.count + 1)
        digest = blake2b([])
    }

    /// Whether every entry is there, in its place and as it was written.
    package var isIntact: Bool { problems.isEmpty }

    /// Where it ends, if it is intact.
    package var end: LogEnd { LogEnd(count: earlier + entries.count, hash: last ?? zeroHash) }

    private mutating func take(_ line: ArraySlice<UInt8>, number: Int) {
        if head != nil { return problems.append("line \(number) was added after the signed end") }
        if isSignedEnd(line) { return close(line, number: number) }
        guard let (object, stated, actual) = parted(line) else {
            return fail(number, "line \(number) was edited: it is no entry")
        }
        guard let sealed = try? JSONDecoder().decode(Sealed<Body>.self, from: Data(object)) else {
            return fail(
                number,
                stated == actual
                    ? "line \(number) tells of something that this program does not know: a later one wrote it, or it was edited"
                    : "line \(number) was edited: it cannot be read")
        }
        entries.append(sealed.entry)
        hashes.append(stated)
        guard stated == actual, (-longestLog...longestLog).contains(sealed.n), (try? canonical(sealed)) == object else {
            return fail(number, "entry \(expected) was edited (line \(number))")
        }
        place(sealed, number: number)
        last = stated
    }

    private mutating func place(_ sealed: Sealed<Body>, number: Int) {
        if sealed.n > expected {
            let one = sealed.n - expected == 1
            let missing = one ? "entry \(expected) was" : "entries \(expected) to \(sealed.n - 1) were"
            problems.append("\(missing) removed, or moved from before line \(number)")
        } else if sealed.n < expected {
            return problems.append("entry \(sealed.n) was added or moved (line \(number))")
        } else if let last, sealed.prev != last {
            problems.append("entry \(sealed.n) does not follow from the one before it: one of them was replaced")
        }
        expected = sealed.n + 1
    }

    /// An entry of which nothing can be said but that it stands there.
    private mutating func fail(_ number: Int, _ problem: String) {
        problems.append(problem)
        expected += 1
        last = nil
    }

    private mutating func close(_ line: ArraySlice<UInt8>, number: Int) {
        guard let closing = try? JSONDecoder().decode(Closing.self, from: Data(line)),
            (0...longestLog).contains(closing.head.count),
            (try? canonical(closing)).map({ $0.elementsEqual(line) }) == true
        else {
            problems.append("the signed end was edited (line \(number))")
            return
        }
        let head = closing.head
        self.head = head
        if !head.isSigned {
            problems.append("the signature of the end does not hold: it or what it signs was edited")
        } else if head.count >= expected {
            problems.append("entries \(expected) to \(head.count) were removed from the end")
        } else if head.count < expected - 1 {
            problems.append("\(expected - 1 - head.count) entries were added before the end")
        } else if let last, head.hash != last {
            problems.append("entry \(head.count) is not the one that the end was signed over")
        }
    }
}
