/// What an item declares of the responses to it.
struct QTIDeclaration {
    /// All that are named, each once: those that bring credit in their order, then the other right ones.
    let values: [String]
    private let correct: Set<String>
    private let credits: [(value: String, credit: Double)]
    /// Whether several responses are given, each of which adds to the score.
    let isSeveral: Bool
    /// Whether a response is a number.
    let isNumber: Bool
    private let most: Double
    private let credit: [String: Double]
    /// The values of which capitals count.
    private let exact: Set<String>

    var isEmpty: Bool { values.isEmpty }

    func countsCapitals(of value: String) -> Bool { exact.contains(value) }

    init(_ element: Element) {
        let named = element.first("correctResponse")?.all("value").map { plainLine($0.text) } ?? []
        credits =
            element.first("mapping")?.all("mapEntry").map { entry in
                (plainLine(entry["mapKey"] ?? ""), decimal(entry["mappedValue"] ?? "") ?? 0)
            } ?? []
        var seen: Set<String> = []
        values = (credits.map(\.value) + named).filter { seen.insert($0).inserted }
        correct = Set(named)
        isSeveral = ["multiple", "ordered"].contains(element["cardinality"] ?? "")
        isNumber = ["integer", "float"].contains(element["baseType"] ?? "")
        most = credits.map(\.credit).max() ?? 0
        credit = Dictionary(credits) { max($0, $1) }
        let entries = element.first("mapping")?.all("mapEntry") ?? []
        exact = Set(entries.filter { $0["caseSensitive"] != "false" }.map { plainLine($0["mapKey"] ?? "") })
    }

    /// What a response is worth, 0 to 1. Of several, each that is right is worth all.
    func credit(of value: String) -> Double {
        if correct.contains(value) { return 1 }
        guard let credit = credit[value], credit > 0 else { return 0 }
        return isSeveral ? (correct.isEmpty ? 1 : 0) : credit / most
    }

    var remarks: [String] {
        credits.filter { value, credit in
            credit < 0 || isSeveral && credit != 0 && credit != most || correct.contains(value) && credit != most
        }.map {
            "a credit of \(number($1)) for \($0) is taken for \(self.credit(of: $0) == 1 ? "right" : "wrong")"
        }
    }
}
