/// A matrix with as many rows as columns.
struct SquareMatrix: Sendable, Equatable {
    let size: Int
    /// Row by row.
    private var cells: [Double]

    /// All zero.
    init(size: Int) {
        self.size = size
        cells = Array(repeating: 0, count: size * size)
    }

    subscript(row: Int, column: Int) -> Double {
        get { cells[row * size + column] }
        set { cells[row * size + column] = newValue }
    }

    func times(_ vector: [Double]) -> [Double] {
        (0..<size).map { row in
            var sum = 0.0
            for column in 0..<size { sum += cells[row * size + column] * vector[column] }
            return sum
        }
    }

    /// The inverse of a symmetric matrix by Cholesky's decomposition; nil unless it is positive definite.
    var inverse: SquareMatrix? {
        guard let factor = lowerFactor else { return nil }
        var inverse = SquareMatrix(size: size)
        for column in 0..<size {
            var solution = [Double](repeating: 0, count: size)
            for row in column..<size {
                var rest = row == column ? 1.0 : 0
                for index in column..<row { rest -= factor.cells[row * size + index] * solution[index] }
                solution[row] = rest / factor.cells[row * size + row]
            }
            for row in (0..<size).reversed() {
                var rest = solution[row]
                for index in row + 1..<max(size, row + 1) { rest -= factor.cells[index * size + row] * solution[index] }
                solution[row] = rest / factor.cells[row * size + row]
            }
            for row in 0..<size { inverse[row, column] = solution[row] }
        }
        return inverse
    }

    private var lowerFactor: SquareMatrix? {
        var factor = SquareMatrix(size: size)
        for row in 0..<size {
            for column in 0...row {
                var rest = self[row, column]
                for index in 0..<column {
                    rest -= factor.cells[row * size + index] * factor.cells[column * size + index]
                }
                if row == column {
                    guard rest > 1e-12 else { return nil }
                    factor[row, row] = rest.squareRoot()
                } else {
                    factor[row, column] = rest / factor.cells[column * size + column]
                }
            }
        }
        return factor
    }
}

/// The sum of products of two vectors of the same length.
func dot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for index in one.indices { sum += one[index] * other[index] }
    return sum
}
