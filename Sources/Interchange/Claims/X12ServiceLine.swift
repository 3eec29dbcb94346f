import Scoring

extension ServiceLine {
    /// The line as loop 2400 of an 837P transaction has it (X12N 005010X222A1): LX, SV1, DTP and, where they are due, REF
    /// for a prior authorisation and LIN with CTP for a drug. The charge is 0 and the first diagnosis is pointed at, until
    /// the biller says otherwise.
    ///
    /// - Parameter number: Of the line in its claim, counted from 1.
    /// - Returns: Segments, each with its terminator `~`.
    /// - Throws: `ServiceLineError` where the transaction has no room for it.
    package func x12(number: Int) throws(ServiceLineError) -> [String] {
        guard modifiers.count <= 4 else {
            throw ServiceLineError(description: "\(code) has more than four modifiers, and SV101 has room for four")
        }
        guard units > 0, number > 0, number <= 50 else {
            throw ServiceLineError(
                description: units > 0
                    ? "a claim has at most 50 lines in an 837P transaction" : "\(code): units are 1 or more")
        }
        let procedure = (["HC", "\(code)"] + modifiers.map(\.description)).joined(separator: ":")
        var segments = [
            ["LX", "\(number)"],
            ["SV1", procedure, "0", "UN", unitsWords(units, inTenths: inTenths), place ?? "", "", "1"],
        ]
        if let days { segments.append(["DTP", "472"] + Self.period(days)) }
        if let authorization { segments.append(["REF", "G1", authorization]) }
        if let drug {
            segments.append(["LIN", "", "N4", drug.code])
            segments.append(["CTP", "", "", "", drug.quantity, drug.unit.rawValue])
        }
        return segments.map { $0.joined(separator: "*") + "~" }
    }

    /// One day, or the first and the last of several.
    private static func period(_ days: ClosedRange<Day>) -> [String] {
        let ends = [days.lowerBound, days.upperBound].map { "\($0)".filter { $0 != "-" } }
        return ends[0] == ends[1] ? ["D8", ends[0]] : ["RD8", ends.joined(separator: "-")]
    }

    /// Checks a number of a prior authorisation, which holds none of the signs that part X12's elements.
    ///
    /// - Throws: `ServiceLineError` where it is none.
    package static func checkedAuthorization(_ text: String) throws(ServiceLineError) -> String {
        guard text.wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9 .\/-]{0,27}[A-Za-z0-9.\/-])?/) != nil else {
            throw ServiceLineError(
                description:
                    "\(text.prefix(40)) is no authorisation number; write 1 to 29 letters, digits, - . or /, with spaces only between them"
            )
        }
        return text
    }
}
