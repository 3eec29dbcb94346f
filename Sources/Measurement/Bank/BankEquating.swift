extension BankCalibration {
    /// The same on the scale of an earlier calibration, and how families moved since.
    ///
    /// - Parameter base: The earlier parameters of families, by name.
    /// - Returns: Nil where fewer than three families are in both and held together.
    package func equated(to base: [String: CalibratedItem]) -> (bank: BankCalibration, equating: Equating)? {
        let anchors = families.compactMap { family in
            family.calibrated.flatMap { new in
                base[family.name].map { Anchor(name: family.name, base: $0, new: new.mean) }
            }
        }
        return Equating(anchors).map { (BankCalibration(self, on: $0.change), $0) }
    }

    private init(_ bank: BankCalibration, on change: ScaleChange) {
        model = bank.model
        families = bank.families.map { family in
            Family(
                name: family.name, answered: family.answered, right: family.right, partial: family.partial,
                items: family.items,
                calibrated: family.calibrated.map { change($0) }, squares: family.squares,
                summedScores: family.summedScores, functioning: family.functioning)
        }
        itemCount = bank.itemCount
        deviation = bank.deviation
        tellsDeviation = bank.tellsDeviation
        isConverged = bank.isConverged
        abilities = bank.abilities.map { change($0) }
        items = bank.items.mapValues { change($0) }
    }
}
