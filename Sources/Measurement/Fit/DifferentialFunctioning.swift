import Glibc

/// Whether an item is harder for one group than for another of the same ability: the procedure of N. Mantel and
/// W. Haenszel (1959) as P. W. Holland and D. T. Thayer apply it, "Differential item performance and the Mantel-Haenszel
/// procedure", in Wainer and Braun, "Test Validity", 1988.
package struct DifferentialFunctioning: Sendable, Equatable {
    /// The odds of a right answer in the reference group over those in the focal group, at the same ability: infinite
    /// where nobody of the focal group is right but where everybody of the reference group is, and 0 the other way round.
    package let oddsRatio: Double
    /// The standard error of the ratio's logarithm (J. Robins, N. Breslow and S. Greenland, Biometrics 42 (1986));
    /// infinite where the ratio is, or is 0.
    package let logError: Double
    /// Chi-square with one degree of freedom, corrected for continuity.
    package let statistic: Double
    /// The chance of a statistic at least this large where groups do not differ.
    package let pValue: Double
    /// How many people of either group it rests on.
    package let reference, focal: Int

    /// The difference on the Educational Testing Service's delta scale: less than 0 where the item is harder for the focal
    /// group. Infinite where the groups do not overlap.
    package var delta: Double { -2.35 * log(oddsRatio) }

    /// How large the difference is, by the Educational Testing Service's classes (N. J. Dorans and P. W. Holland, "DIF
    /// detection and description", in Holland and Wainer, "Differential Item Functioning", 1993).
    package enum Class: String, Sendable {
        case negligible = "A"
        case slight = "B"
        case large = "C"
    }

    /// The class that the difference is of.
    package var size: Class {
        if abs(delta) < 1 || pValue >= 0.05 { return .negligible }
        // Groups that do not overlap cannot differ by more.
        guard delta.isFinite else { return .large }
        let error = 2.35 * logError
        // Large also has to be more than 1 for certain, by a test of one side at a twentieth.
        return abs(delta) >= 1.5 && (abs(delta) - 1) / error > 1.645 ? .large : .slight
    }

    /// With fewer people of either group than these nothing is said: they find no difference but one that hardly any item
    /// has (T. J. Parshall and M. J. Miller, "Exact versus asymptotic Mantel-Haenszel DIF statistics: a comparison of
    /// performance under small-sample conditions", Journal of Educational Measurement 32 (1995), begin at 25).
    package static let fewest = 25

    /// Whether it rests on too few people to tell.
    package var isUntold: Bool { min(reference, focal) < Self.fewest }

    /// Each item's.
    ///
    /// - Parameters:
    ///   - responses: What people answered.
    ///   - isFocal: Whether each person is of the focal group; nil for people of neither.
    ///   - strata: The level of ability of each person; those of one level are compared.
    /// - Returns: By the items' numbers; nil where no level of ability has people of both groups, right and wrong.
    package static func items(
        of responses: ItemResponses, isFocal: [Bool?], strata: [Int]
    ) -> [DifferentialFunctioning?] {
        var tables = [[Int: Table]](repeating: [:], count: responses.itemCount)
        for (person, row) in responses.people.enumerated() {
            guard let isFocal = isFocal[person] else { continue }
            for response in row {
                tables[response.item][strata[person], default: Table()].add(
                    isFocal: isFocal, isRight: response.isRight)
            }
        }
        return tables.map { strata in DifferentialFunctioning(of: strata.sorted { $0.key < $1.key }.map(\.value)) }
    }

    private init?(of tables: [Table]) {
        let tables = tables.filter { $0.reference > 0 && $0.focal > 0 }
        var (right, crossed, gap, variance) = (0.0, 0.0, 0.0, 0.0)
        var (first, second, third) = (0.0, 0.0, 0.0)
        for table in tables {
            let all = table.all
            let (along, across) = (
                table.referenceRight * table.focalWrong / all, table.referenceWrong * table.focalRight / all
            )
            let (even, uneven) = (
                (table.referenceRight + table.focalWrong) / all, (table.referenceWrong + table.focalRight) / all
            )
            right += along
            crossed += across
            first += even * along
            second += even * across + uneven * along
            third += uneven * across
            gap += table.referenceRight - table.reference * table.right / all
            guard all > 1 else { continue }
            variance += table.reference * table.focal * table.right * (all - table.right) / (all * all * (all - 1))
        }
        guard right > 0 || crossed > 0, variance > 0 else { return nil }
        oddsRatio = crossed > 0 ? right / crossed : .infinity
        let isFinite = right > 0 && crossed > 0
        logError =
            !isFinite
            ? .infinity
            : (first / (2 * right * right) + second / (2 * right * crossed) + third / (2 * crossed * crossed))
                .squareRoot()
        let distance = max(0, abs(gap) - 0.5)
        statistic = distance * distance / variance
        pValue = ChiSquare.pValue(ofAtLeast: statistic, freedom: 1)
        reference = Int(tables.reduce(0) { $0 + $1.reference })
        focal = Int(tables.reduce(0) { $0 + $1.focal })
    }

    /// The people of one level.
    private struct Table {
        var referenceRight = 0.0
        var referenceWrong = 0.0
        var focalRight = 0.0
        var focalWrong = 0.0

        var reference: Double { referenceRight + referenceWrong }
        var focal: Double { focalRight + focalWrong }
        var right: Double { referenceRight + focalRight }
        var all: Double { reference + focal }

        mutating func add(isFocal: Bool, isRight: Bool) {
            switch (isFocal, isRight) {
            case (false, true): referenceRight += 1
            case (false, false): referenceWrong += 1
            case (true, true): focalRight += 1
            case (true, false): focalWrong += 1
            }
        }
    }
}

extension ItemResponses {
    /// The level of each person for comparisons: how many they had right, where everybody got the same items; otherwise
    /// which tenth of these abilities theirs is in.
    package func strata(by abilities: [Double]) -> [Int] {
        let items = people.first.map { $0.map(\.item) }
        if people.allSatisfy({ $0.map(\.item) == items }) { return people.map { $0.count { $0.isRight } } }
        let order = abilities.indices.sorted { (abilities[$0], $0) < (abilities[$1], $1) }
        var strata = [Int](repeating: 0, count: abilities.count)
        for (rank, person) in order.enumerated() { strata[person] = rank * 10 / abilities.count }
        return strata
    }
}
