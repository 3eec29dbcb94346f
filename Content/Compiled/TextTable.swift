/// Texts that occur again and again, each kept once.
package struct TextTable {
    private var texts: [String] = []
    private var positions: [String: Int] = [:]

    package init() {}

    /// Reads what `pack` wrote.
    ///
    /// - Throws: `NotPacked` for bytes that no table was written as.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        texts = try input.next()
    }

    /// Writes all its texts: what holds their numbers is read after it.
    package func pack(into output: inout PackedOutput) { output.put(texts) }

    /// Keeps a text, and gives its number.
    package mutating func number(of text: String) -> Int {
        if let known = positions[text] { return known }
        texts.append(text)
        positions[text] = texts.count - 1
        return texts.count - 1
    }

    /// The next text that was put by its number.
    ///
    /// - Throws: `NotPacked` for bytes that none was written as.
    package func next(in input: inout PackedInput) throws(NotPacked) -> String {
        let number = try input.number()
        guard texts.indices.contains(number) else { throw input.broken }
        return texts[number]
    }

    /// The next texts that were put by their numbers.
    ///
    /// - Throws: `NotPacked` for bytes that none was written as.
    package func list(in input: inout PackedInput) throws(NotPacked) -> [String] {
        let count = try input.count()
        var list: [String] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try next(in: &input)) }
        return list
    }

    /// The next texts or nil that were put by their numbers.
    ///
    /// - Throws: `NotPacked` for bytes that none was written as.
    package func optionalList(in input: inout PackedInput) throws(NotPacked) -> [String]? {
        try input.byte() == 0 ? nil : try list(in: &input)
    }

    /// The next text or nil that was put by its number.
    ///
    /// - Throws: `NotPacked` for bytes that none was written as.
    package func optional(in input: inout PackedInput) throws(NotPacked) -> String? {
        try input.byte() == 0 ? nil : try next(in: &input)
    }
}

extension PackedOutput {
    /// A text by its number in a table.
    package mutating func put(_ text: String, in table: inout TextTable) { put(number: table.number(of: text)) }

    /// A text by its number in a table, or nil.
    package mutating func put(_ text: String?, in table: inout TextTable) {
        guard let text else { return put(case: 0) }
        put(case: 1)
        put(number: table.number(of: text))
    }

    /// Texts by their numbers in a table.
    package mutating func put(_ texts: [String], in table: inout TextTable) {
        put(number: texts.count)
        for text in texts { put(text, in: &table) }
    }

    /// Texts by their numbers in a table, or nil.
    package mutating func put(_ texts: [String]?, in table: inout TextTable) {
        guard let texts else { return put(case: 0) }
        put(case: 1)
        put(texts, in: &table)
    }
}
