extension Records {
    /// Somebody who learns, known by a name.
    package struct Learner: Equatable, Sendable {
        package let id: RowID<Learner>
        package let name: String
        /// When the name was first used.
        package let made: Moment
    }
}

extension Records.Learner {
    /// The most characters (Unicode scalars) of a name.
    static let longest = 64

    /// What is wrong with a name; nil where nothing is.
    static func fault(in name: String) -> String? {
        let scalars = name.unicodeScalars
        guard !scalars.isEmpty else { return "it is empty" }
        guard scalars.count <= longest else { return "it has \(scalars.count)" }
        guard scalars.allSatisfy(isPrintable) else { return "it has a character that cannot be seen" }
        guard scalars.first != " ", scalars.last != " " else { return "it begins or ends with a space" }
        return nil
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        // Of the characters that only steer others, names in Persian, Hindi and the like need these two.
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}
