import Content
import Scoring

/// Writes the papers of an encounter from its facts: what matters stands scattered among what does not.
///
/// Whatever the facts hold that a claim can turn on is written somewhere. What does not matter is drawn by chance, and is
/// never anything from which another claim would follow: vital signs, lots, reference numbers, deliveries.
struct ChartWriter {
    let encounter: Encounter
    let pack: Pack
    var generator: SeededGenerator

    /// - Parameters:
    ///   - encounter: The facts.
    ///   - pack: Its labels are what things are called.
    ///   - seed: Settles what does not matter.
    init(of encounter: Encounter, in pack: Pack, seed: UInt64) {
        self.encounter = encounter
        self.pack = pack
        generator = SeededGenerator(seed: seed)
    }

    /// The papers, in the order in which they lie in the folder; nil where the facts hold something for which no paper
    /// has a place.
    mutating func sheets() -> [Sheet]? {
        var sheets: [Sheet] = []
        for visit in encounter.visits {
            guard let note = note(of: visit) else { return nil }
            sheets.append(note)
        }
        guard let episode = encounter.episode else { return sheets.isEmpty ? nil : sheets + history(Episode()) }
        sheets = orders(of: episode) + sheets + log(of: episode.drugs)
        return sheets + letter(of: episode) + history(episode) + [folder(of: episode)]
    }

    /// What the folder is for: whatever is not in it is another provider's.
    private func folder(of episode: Episode) -> Sheet {
        let ours = [
            encounter.visits.isEmpty ? nil : "the visits", episode.drugs.isEmpty ? nil : "the drugs",
            episode.therapies.isEmpty ? nil : "the days of therapy",
        ]
        let received = episode.received.map { [Sheet.Part.field("Claim received by the payer", $0.inWords)] } ?? []
        return Sheet(
            "Billing slip",
            [.field("Ours to bill", list(ours.compactMap(\.self))), .field("All else", "billed by others")] + received)
    }

    // MARK: - Chance

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + generator.below(range.count)
    }

    mutating func one(of words: [String]) -> String { words[generator.below(words.count)] }

    /// A number by which papers are filed.
    mutating func reference(_ letters: String) -> String { "\(letters)-\(number(10_000...99_999))" }

    var wording: Wording { pack.wording }
}

extension DaySpan {
    /// `4 March 2026`, or from that to another day.
    var inWords: String { from == through ? from.inWords : "\(from.inWords) to \(through.inWords)" }
}
