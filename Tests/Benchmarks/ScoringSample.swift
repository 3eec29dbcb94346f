import Content
import Scoring

/// A visit of three hours under the strictest payer of the bundled pack, in a code set of a given size.
final class ScoringSample {
    let beliefs: Beliefs
    let asked: Case
    let encounter: Encounter

    /// Nil where the pack does not have what is measured.
    init?(_ pack: Pack, codes size: Int) {
        guard let policy = pack.policy("bcbsm-2013"), let date = Day("2026-03-02"), let start = ClockTime("13:00"),
            let stop = ClockTime("16:00")
        else { return nil }
        let more = (10_000..<10_000 + size - pack.codes.codes.count).compactMap { Code(String($0)) }
        let codes = CodeSet(
            definitions: pack.codes.definitions + more.map { .init(code: $0, label: "another") },
            families: pack.codes.families, exclusions: pack.codes.exclusions, mainFamily: pack.codes.mainFamily)
        beliefs = Beliefs(pack.misconceptions, about: Rules(codes: codes, policy: policy))
        let service = Service("infusion", time: .clock(start: start, stop: stop))
        encounter = Encounter(date: date, visits: [Visit(services: [service], performer: "infusion-nurse")])
        asked = Case(encounter, among: beliefs)
    }

    /// Reads an answer and grades it, as for one line of a batch; the diagnosis is left out.
    func grade(_ answer: String) {
        guard let claim = try? asked.read(answer) else { return }
        keep(Scoring.grade(claim, against: asked.key))
    }
}
