/// What a key sends.
package struct Key: Sendable {
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    package static let enter = Key("\r")
    package static let tab = Key("\t")
    package static let escape = Key("\u{1B}")
    package static let backspace = Key("\u{7F}")
    package static let up = Key("\u{1B}[A")
    package static let down = Key("\u{1B}[B")
    package static let right = Key("\u{1B}[C")
    package static let left = Key("\u{1B}[D")
    package static let home = Key("\u{1B}[H")
    package static let end = Key("\u{1B}[F")

    /// A letter, or another of the characters from `@` to `_`, together with the control key.
    package static func control(_ letter: Character) -> Key {
        Key(String(decoding: letter.utf8.prefix(1).map { $0 & 0x1F }, as: UTF8.self))
    }
}
