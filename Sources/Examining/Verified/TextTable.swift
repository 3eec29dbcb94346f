import Content

/// Texts that occur again and again, each kept once.
struct TextTable {
    private(set) var texts: [String] = []
    private var places: [String: Int] = [:]

    init() {}

    init(unpacking input: inout PackedInput) throws(NotPacked) {
        texts = try input.next()
    }

    func pack(into output: inout PackedOutput) { output.put(texts) }

    /// Keeps a text, and gives its number.
    mutating func number(of text: String) -> Int {
        if let known = places[text] { return known }
        texts.append(text)
        places[text] = texts.count - 1
        return texts.count - 1
    }

    /// The next text that was put by its number.
    func next(in input: inout PackedInput) throws(NotPacked) -> String {
        let number = try input.number()
        guard texts.indices.contains(number) else { throw input.broken }
        return texts[number]
    }

    /// The next text or nil that was put by its number.
    func optional(in input: inout PackedInput) throws(NotPacked) -> String? {
        try input.byte() == 0 ? nil : try next(in: &input)
    }
}

extension PackedOutput {
    /// A text by its number in a table.
    mutating func put(_ text: String, in table: inout TextTable) { put(number: table.number(of: text)) }

    /// A text by its number in a table, or nil.
    mutating func put(_ text: String?, in table: inout TextTable) {
        guard let text else { return put(case: 0) }
        put(case: 1)
        put(number: table.number(of: text))
    }
}
