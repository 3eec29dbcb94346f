package import Audit

/// How far the register had come at a time, kept where nobody reaches it who reaches the register: on paper, in a mail, on
/// another machine. A register that does not go on from there was cut, or put back.
package struct Anchor: Sendable, Equatable {
    /// Where the register ended.
    package let end: LogEnd

    package init(_ end: LogEnd) { self.end = end }

    /// Reads what `text` gives, whatever white space is round it; nil of anything else.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let count = Int(words[0]), count >= 0, words[1].utf8.count == 64,
            words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        end = LogEnd(count: count, hash: String(words[1]))
    }

    /// How many entries there were, and the hash of the last one.
    package var text: String { "\(end.count) \(end.hash)" }
}

extension Exams {
    /// How far the register has come.
    ///
    /// - Throws: `ExamError` where it cannot be read, or is not as it was written.
    package func anchor() throws(ExamError) -> Anchor { Anchor(try soundRegister().end) }

    /// What is wrong with the register as far as an anchor can tell; nil where it goes on from there.
    ///
    /// - Throws: `ExamError` where it cannot be read.
    package func problem(against anchor: Anchor) throws(ExamError) -> String? {
        let ledger: Ledger<RegisterEntry> = try ledger(.register)
        let (count, here) = (anchor.end.count, ledger.hashes.count)
        if count == 0 { return nil }
        if here < count { return "of the \(count) entries that the anchor has seen \(here) are here: it was cut" }
        return ledger.hashes[count - 1] == anchor.end.hash
            ? nil : "entry \(count) is not the one that the anchor has seen: another register was put in its place"
    }
}
