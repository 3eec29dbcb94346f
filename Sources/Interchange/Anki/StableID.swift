import Content

/// Numbers that stand for names for ever, so that what is imported a second time is known again.
enum StableID {
    /// FNV-1a, 64 bits, with its bits mixed so that names that differ in a letter differ everywhere.
    static func hash(_ name: String) -> UInt64 {
        var hash = FNV1a(name).value
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 33
    }

    /// A number of the kind that Anki gives its things: milliseconds since 1970, some time before 2017.
    static func moment(_ name: String) -> Int64 { 500_000_000_000 + Int64(hash(name) % 1_000_000_000_000) }

    /// Ten characters of Anki's alphabet for notes.
    static func guid(_ name: String) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        var rest = hash(name)
        return String(
            (0..<10).map { _ in
                defer { rest /= UInt64(letters.count) }
                return letters[Int(rest % UInt64(letters.count))]
            })
    }
}
