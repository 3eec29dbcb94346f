import Content
import Scoring

/// What a family may contradict in itself.
extension PackReader {
    func check(_ read: ReadFamily, ranked: Value?) {
        checkRanges(read.first, read.family.measure)
        checkFurther(read)
        checkKinds(read)
        if read.family.isRanked, read.family.measure != .days {
            ranked?.fail("only what is measured by days is put in order", mend: "write measure: days, or drop ranked:")
        }
    }

    /// Ranges of first codes may not overlap; a gap between two of them, in which no code is due, is warned of.
    private func checkRanges(_ first: [(value: Family.First, at: Value)], _ measure: Measure) {
        let sorted = first.sorted { $0.value.from < $1.value.from }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            let end = earlier.value.through ?? .max
            if end >= later.value.from {
                later.at.fail(
                    "\(measure.position(later.value.from)) calls for \(earlier.value.code) and for \(later.value.code)",
                    mend: later.value.from > earlier.value.from
                        ? "give \(earlier.value.code) to: \(measure.end(before: later.value.from))"
                        : "let one begin later")
            } else if end + 1 < later.value.from {
                later.at.warn(
                    "no code is due from \(measure.position(end + 1)) to \(measure.end(before: later.value.from))",
                    mend: "close the gap if none is meant")
            }
        }
    }

    private func checkFurther(_ read: ReadFamily) {
        for (number, (further, value)) in read.further.enumerated() {
            let primaries = names.addOns[further.code]
            for first in read.family.first where primaries?.contains(first.code) ?? true {
                guard let covers = first.covers, covers != further.after else { continue }
                value.warn(
                    "\(first.code) covers \(read.family.measure.quantity(covers)) and \(further.code) begins after \(further.after)",
                    mend: "make them agree, unless the gap is meant")
            }
            guard further.from > 1 || further.through != nil else { continue }
            for (other, _) in read.further[..<number] where overlap(further, other) {
                value.fail(
                    "\(read.family.measure.position(max(further.from, other.from))) calls for \(other.code) and for \(further.code)",
                    mend: "let one range end before the other begins")
            }
        }
    }

    /// Whether two further codes that are chosen by range are due at once after one first code.
    private func overlap(_ one: Family.Further, _ other: Family.Further) -> Bool {
        guard other.from > 1 || other.through != nil else { return false }
        guard one.from <= other.through ?? .max, other.from <= one.through ?? .max else { return false }
        guard let primaries = names.addOns[one.code], let others = names.addOns[other.code] else { return true }
        return primaries.contains(where: others.contains)
    }

    private func checkKinds(_ read: ReadFamily) {
        let family = read.family
        for kind in family.bundled.union(family.apart).sorted() {
            if family.services.contains(kind) {
                read.value.fail(
                    "\(kind) is what the family bills, and \(family.apart.contains(kind) ? "apart" : "bundled") besides",
                    mend: "keep it in one of the lists")
            } else if family.bundled.contains(kind), family.apart.contains(kind) {
                read.value.fail("\(kind) is both bundled and apart", mend: "its minutes count, or they come off")
            }
        }
        if family.measure != .minutes, !family.bundled.isEmpty || !family.apart.isEmpty {
            read.value.fail(
                "bundled: and apart: are of minutes, and this family counts none",
                mend: "drop them, or write measure: minutes")
        }
    }
}

extension Measure {
    /// What is written for the end of a range that another begins after.
    fileprivate func end(before number: Int) -> String {
        if case .amount = self { position(number - 1) } else { String(number - 1) }
    }
}
