/// What a value in a pack's file may be: the reader takes limits and words from here, and so does the schema.
package indirect enum Form: Sendable {
    /// Words, their line breaks folded to spaces.
    case text(limit: Int)
    /// A whole number; the unit is for messages.
    case integer(ClosedRange<Int>, unit: String)
    case flag
    /// Lower-case words joined by hyphens.
    case id
    case code
    case modifier
    case place
    case day
    case time
    /// How much of something there is, such as `345 mg`, `1.5 L` or `5000 units`.
    case amount
    /// A whole number of minutes, days, doses or services, no less than so many, or an amount, as the family's measure
    /// says.
    case measured(from: Int)
    /// Whole numbers: `2`, `2 to 4`, `up to 60`, `over 60` or `61 or more`.
    case numbers(ClosedRange<Int>, unit: String)
    /// Amounts, written in the same ways: `1 L`, `over 1 L to 2 L`.
    case amounts
    /// `started`, `midpoint`, `complete` or `at-least N`.
    case credit
    /// A claim such as `99601 x1, 99602 x2`, or `none`.
    case claim
    /// One of some words.
    case choice([String])
    /// One value or a list of them.
    case list(Form)
    /// The same, of no more than so many values.
    case few(Form, limit: Int)
    /// A list of exactly so many values.
    case row(Form, count: Int)
    /// Keys that the author names.
    case named(keys: Form, values: Form)
    case mapping(Shape)
    /// The same, or a slot of a template in braces.
    case slotted(Form)
    /// A value of one kind or another.
    case either(Form, Form)

    static func choice<Choice: RawRepresentable<String> & CaseIterable>(of _: Choice.Type) -> Form {
        .choice(Choice.allCases.map(\.rawValue))
    }

    /// A mapping, or a list of such.
    static func list(of shape: Shape) -> Form { .list(.mapping(shape)) }

    /// A mapping, or a list of so many at most.
    static func few(of shape: Shape, limit: Int) -> Form { .few(.mapping(shape), limit: limit) }

    /// A whole number of minutes.
    package static func minutes(_ range: ClosedRange<Int>) -> Form { .integer(range, unit: "minutes") }
    static func units(_ range: ClosedRange<Int>) -> Form { .integer(range, unit: "units") }
}
