import Content
import Scoring

/// The codes that a source speaks of: one, or all that begin alike.
struct CodePattern {
    private let start: String
    private let isWhole: Bool

    /// Reads `99601` or `S9*`; anything else is reported.
    init?(reading value: Value) {
        guard let text = value.text(limit: 5) else { return nil }
        isWhole = !text.hasSuffix("*")
        start = isWhole ? text : String(text.dropLast())
        let isCode = Code(start) != nil
        let isStart =
            (1...4).contains(start.utf8.count) && start.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard isWhole ? isCode : isStart else {
            value.fail(
                "expected a code or the beginning of codes, found \(text.quoted)",
                mend: "write one such as \"99601\", or S9* for all that begin so")
            return nil
        }
    }

    func covers(_ code: Code) -> Bool {
        isWhole ? code.description == start : code.description.hasPrefix(start)
    }
}

/// Who cites which source, and what each source can be cited for.
struct Citations {
    /// The codes that a source speaks of; a source that is missing may speak of any.
    var covers: [String: [CodePattern]] = [:]
    /// The last day for which the figures of a source hold.
    var until: [(source: String, last: Day, position: FilePosition)] = []
    private(set) var entries: [(value: Value, sources: [String])] = []

    mutating func note(_ sources: [String], by entry: Value) {
        if !covers.isEmpty, sources.contains(where: { covers[$0] != nil }) { entries.append((entry, sources)) }
    }
}

extension PackReader {
    /// Warns of sources that are cited for codes of which they say nothing, and of those whose figures are out of date.
    func checkCitations(in pack: Pack, today: Day?) {
        for (source, last, position) in citations.until {
            guard let today, last < today else { continue }
            log.warning(
                "the figures of \(source) held until \(last)", at: position,
                mend: "look them up anew, and mend what rests on them")
        }
        let policies = Set(positions.policies.values)
        let billed = names.codes.all.filter(names.billed.contains)
        for (entry, sources) in citations.entries {
            var codes = entry.codes(among: names.codes)
            // A policy that names no code is about those of the pack.
            if codes.isEmpty, policies.contains(entry.position) { codes = billed }
            guard !codes.isEmpty else { continue }
            for source in sources {
                guard let covered = citations.covers[source],
                    !codes.contains(where: { code in covered.contains { $0.covers(code) } })
                else { continue }
                let named = codes.prefix(3).map(\.description).joined(separator: ", ")
                entry.warn(
                    "\(source) is cited for \(named), of which it says nothing",
                    mend: "cite what does, or widen its covers: in pack.yaml")
            }
        }
    }
}

extension Value {
    /// The codes of a pack that an entry names, in its words or otherwise, each once.
    fileprivate func codes(among known: Known<Code>) -> [Code] {
        var codes: [Code] = []
        for text in texts {
            for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.utf8.count == 5 {
                if let code = Code(word), known.contains(code), !codes.contains(code) { codes.append(code) }
            }
        }
        return codes
    }
}
