import Quiz
import Signatures

/// What a form asks. Whoever knows it can make every item and its key, so that until the end of an attempt its log holds
/// it only closed.
package struct FormContents: Codable, Sendable, Equatable {
    /// What the form was made from.
    package let seed: UInt64
    /// The identities of the items, section by section.
    package let items: [String]
    /// What stands for the words of each item, so that a later revision of the pack can be held against them; nil in
    /// logs of before these were kept.
    package let wordings: [String]?
    /// How hard the form is by prediction, in thousandths.
    package let difficulty: Int
    /// Something that nobody can guess, so that the digest of two like forms is not alike; nil in logs of before.
    package let salt: String?
    /// The families that an adaptive attempt may draw on; nil where the form is fixed.
    package var eligible: [String]?
    /// What was handed out in an adaptive attempt, once it is over; nil before.
    package var given: [GivenItem]?

    /// The same as it was before anything was handed out.
    var beginning: FormContents {
        guard given != nil else { return self }
        return FormContents(seed: seed, items: [], wordings: [], difficulty: difficulty, salt: salt, eligible: eligible)
    }
}

/// The contents of a form, or an item that was handed out, closed for the owner of one key. What the owner tells at the
/// end can be held against the digest by everybody.
package struct SealedContents: Codable, Sendable, Equatable {
    /// A sealed box in base64url.
    let box: String
    /// The SHA-256 of the contents, in hexadecimal digits.
    let digest: String
    /// The public key for whose owner it is closed, in hexadecimal digits.
    package let key: String

    /// Closes contents; nil where the key is one that nothing can be closed for.
    init?(_ contents: some Encodable, for key: PublicKey) {
        guard let bytes = try? canonical(contents), let box = key.seal(bytes) else { return nil }
        self.box = Base64URL.encode(box)
        digest = hexadecimal(sha256(bytes))
        self.key = key.hexadecimal
    }

    /// The contents; nil where the key is another one, or the box is not as it was.
    func open<Contents: Codable>(_ type: Contents.Type = FormContents.self, with key: SigningKey) -> Contents? {
        guard let bytes = Base64URL.decode(box).flatMap(key.open),
            let contents = value(type, written: bytes), isOf(contents)
        else { return nil }
        return contents
    }

    /// Whether these are the contents that were closed.
    func isOf(_ contents: some Encodable) -> Bool {
        (try? canonical(contents)).map { hexadecimal(sha256($0)) == digest } == true
    }
}
