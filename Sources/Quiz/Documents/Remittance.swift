import Content
import Scoring

extension Sheet {
    /// What a payer sends back of a claim: a line for each of its own, with what it did not pay and why.
    init(remitting mistake: Mistake, of situation: Situation, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var rows = [["Line", "Billed", "Charge", "Paid", "Adjustment"]]
        for (position, line) in mistake.billed.lines.enumerated() {
            let findings = mistake.findings.filter { $0.line == position + 1 || $0.line == nil && $0.code == line.code }
            let units = line.inTenths ? max(1, line.units / 10) : line.units
            let charge = (60 + 5 * generator.below(30)) * max(1, units)
            let isDenied = findings.contains { $0.severity == .denied }
            let paid = isDenied ? "0.00" : findings.isEmpty ? "\(charge * 4 / 5).00" : "in part"
            let reasons = findings.compactMap(\.carc).map { "CO-\($0)" }
            rows.append([
                "\(position + 1)", situation.shown(Claim([line])), "\(charge).00", paid,
                reasons.isEmpty ? "CO-45" : reasons.joined(separator: " "),
            ])
        }
        let remarks = mistake.findings.map { finding in
            Part.field("\(finding.code)", finding.denial?.description ?? "no payer objects")
        }
        self.init(
            "Remittance advice",
            [.field("Claim", "MC-\(10_000 + generator.below(90_000))"), .table(rows)] + remarks + [
                .field("CO-45", "what the charge is above the plan's fee; no fault of the claim")
            ])
    }
}
