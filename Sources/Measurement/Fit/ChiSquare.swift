import Glibc

/// The chi-square distribution.
package enum ChiSquare {
    /// The chance of a value at least this large under so many degrees of freedom, at least 1; 1 for values below 0.
    ///
    /// It is the upper incomplete gamma function: by its series where that is short, else by its continued fraction
    /// (M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 1964, 6.5.29 and 6.5.31).
    package static func pValue(ofAtLeast value: Double, freedom: Int) -> Double {
        guard value > 0 else { return 1 }
        let (shape, x) = (Double(freedom) / 2, value / 2)
        let front = exp(shape * log(x) - x - lgamma(shape))
        return x < shape + 1 ? max(0, 1 - front * series(shape, x)) : front * fraction(shape, x)
    }

    private static func series(_ shape: Double, _ x: Double) -> Double {
        var term = 1 / shape
        var sum = term
        var next = shape
        while term > sum * 1e-16 {
            next += 1
            term *= x / next
            sum += term
        }
        return sum
    }

    /// Lentz's way from the first fraction down.
    private static func fraction(_ shape: Double, _ x: Double) -> Double {
        var bottom = x + 1 - shape
        var (numerator, denominator) = (1e300, 1 / bottom)
        var product = denominator
        for term in 1...10_000 {
            let factor = -Double(term) * (Double(term) - shape)
            bottom += 2
            denominator = 1 / (factor * denominator + bottom)
            numerator = bottom + factor / numerator
            let change = denominator * numerator
            product *= change
            if abs(change - 1) < 1e-15 { break }
        }
        return product
    }
}
