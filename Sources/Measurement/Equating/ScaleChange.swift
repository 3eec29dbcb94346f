/// How one calibration's scale of abilities becomes another's: a slope times the value plus an intercept. The model stays
/// the same on both, so that nothing but origin and unit can differ.
package struct ScaleChange: Sendable, Equatable {
    /// More than 0.
    package let slope: Double
    /// Where the ability 0 lies on the other scale.
    package let intercept: Double

    package init(slope: Double, intercept: Double) {
        self.slope = slope
        self.intercept = intercept
    }

    /// An ability on the other scale.
    package func callAsFunction(_ ability: Ability) -> Ability {
        Ability(value: slope * ability.value + intercept, error: slope * ability.error)
    }

    /// An item on the other scale.
    package func callAsFunction(_ item: ItemParameters) -> ItemParameters {
        ItemParameters(
            discrimination: item.discrimination / slope, difficulty: slope * item.difficulty + intercept)
    }

    /// An item on the other scale, with its errors.
    package func callAsFunction(_ item: CalibratedItem) -> CalibratedItem {
        CalibratedItem(
            parameters: self(item.parameters), discriminationError: item.discriminationError.map { $0 / slope },
            difficultyError: item.difficultyError.map { slope * $0 }, responses: item.responses)
    }

    /// A family on the other scale. How far its items' logits scatter is the same on both.
    package func callAsFunction(_ family: CalibratedFamily) -> CalibratedFamily {
        CalibratedFamily(mean: self(family.mean), variants: family.variants, variance: family.variance)
    }
}
