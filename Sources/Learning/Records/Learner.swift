package import Scoring

extension Records {
    /// Somebody who learns, known by a name.
    package struct Learner: Equatable, Sendable {
        /// The number under which somebody is kept.
        package typealias ID = RowID<Learner>

        /// The order in which learners came.
        package let id: ID
        /// 1 to 64 printable characters.
        package let name: String
        /// When the name was first used.
        package let made: Moment

        package init(id: ID, name: String, made: Moment) {
            self.id = id
            self.name = name
            self.made = made
        }
    }
}

extension Records.Learner {
    /// The most characters (Unicode scalars) of a name.
    private static let longest = 64

    /// Refuses a name that is not 1 to 64 printable characters.
    ///
    /// - Throws: ``RecordsError`` of kind `name`, which says what is wrong with it.
    package static func check(name: String) throws(RecordsError) {
        guard let fault = fault(in: name) else { return }
        throw RecordsError(
            kind: .name,
            message: "A learner's name is 1 to \(longest) printable characters, and of this one \(fault).")
    }

    /// What is wrong with a name; nil where nothing is.
    private static func fault(in name: String) -> String? {
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
