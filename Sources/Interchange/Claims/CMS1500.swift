import Scoring

/// The service lines of a claim as item 24 of the CMS-1500 form (02/12) has them, six to a form (NUCC's instruction manual).
package struct CMS1500 {
    /// One line of item 24: its shaded upper half, and the fields below by their letters.
    package struct Line: Sendable, Equatable {
        /// Above A to G, in the shaded half: `N400143992490 UN3`; empty where no drug is to be named.
        package let supplement: String
        /// Days as `MM DD YY`; empty where no facts tell them.
        package let from, to: String
        /// 24B.
        package let place: String
        /// 24D: the code, then up to four modifiers.
        package let code: String
        /// 24D, behind the code.
        package let modifiers: [String]
        /// 24G, three places.
        package let units: String
    }

    /// The lines, form by form.
    package let forms: [[Line]]
    /// Item 23, where one number holds for all lines of the claim.
    package let authorization: String?

    private static let linesOfForm = 6

    /// - Throws: `ServiceLineError` where a line does not fit the form.
    package init(_ lines: [ServiceLine]) throws(ServiceLineError) {
        var fields: [Line] = []
        for line in lines.flatMap(\.onForms) { fields.append(try Self.fields(of: line)) }
        forms = stride(from: 0, to: fields.count, by: Self.linesOfForm).map {
            Array(fields[$0..<min($0 + Self.linesOfForm, fields.count)])
        }
        let numbers = Set(lines.map(\.authorization))
        authorization = numbers.count == 1 ? numbers.first.flatMap { $0 } : nil
    }

    private static func fields(of line: ServiceLine) throws(ServiceLineError) -> Line {
        guard line.modifiers.count <= 4 else {
            throw ServiceLineError(
                description: "\(line.code) has more than four modifiers, and field 24D has room for four")
        }
        guard (1...999).contains(line.inTenths ? line.units / 10 : line.units) else {
            throw ServiceLineError(
                description:
                    "\(line.code): \(unitsWords(line.units, inTenths: line.inTenths)) units do not fit field 24G, which has three places; bill 1 to 999"
            )
        }
        return Line(
            supplement: line.drug.map { "N4\($0.code) \($0.unit.rawValue)\($0.quantity)" } ?? "",
            from: line.days.map { day($0.lowerBound) } ?? "", to: line.days.map { day($0.upperBound) } ?? "",
            place: line.place ?? "", code: "\(line.code)", modifiers: line.modifiers.map(\.description),
            units: unitsWords(line.units, inTenths: line.inTenths))
    }

    private static func day(_ day: Day) -> String {
        let parts = "\(day)".split(separator: "-")
        return [parts[1], parts[2], parts[0].suffix(2)].joined(separator: " ")
    }
}

extension ServiceLine {
    /// The most units that field 24G has room for.
    private static let most = 999

    /// The line, or as many as its units need that have room for 999 each.
    fileprivate var onForms: [ServiceLine] {
        guard !inTenths, units > Self.most, drug == nil else { return [self] }
        return stride(from: units, to: 0, by: -Self.most).map { left in
            var line = self
            line.units = min(left, Self.most)
            return line
        }
    }
}
