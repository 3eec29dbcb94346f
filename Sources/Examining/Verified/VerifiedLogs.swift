import Content
import Signatures
import Synchronization

/// What was verified of logs and register once, so that it is not verified at every start.
///
/// It is held against what is there: a log that was touched since, and a register that does not go on from where it
/// was, are verified anew. What is kept between starts bears a code that only who has the key can make that seals logs:
/// whoever could forge it could forge a log. `exam verify` goes by none of it.
package final class VerifiedLogs: Sendable {
    private let store: any VerifiedStore
    /// With fewer new ones than these it is quicker to verify them once more than to keep that they were.
    var fewest: Int { store.fewest }
    /// The register as this process knew it last.
    let register = Mutex<VerifiedRegister?>(nil)

    package init(in store: any VerifiedStore) { self.store = store }

    /// What was kept under a name; nil where nothing was, or by somebody who has not the key.
    func read<Value: Packed>(_ name: String, as type: Value.Type, by key: SigningKey) -> Value? {
        guard let bytes = store.read(name), bytes.count > Self.codeLength else { return nil }
        let (title, message) = (Self.title(of: name), bytes[Self.codeLength...])
        guard message.starts(with: title), key.code(of: message).elementsEqual(bytes[..<Self.codeLength]) else {
            return nil
        }
        return try? PackedInput.read(type, in: bytes, from: Self.codeLength + title.count)
    }

    /// Keeps a value under a name.
    func keep(_ value: some Packed, as name: String, by key: SigningKey) {
        let message = Self.title(of: name) + PackedOutput.bytes(of: value)
        store.keep(key.code(of: message[...]) + message, as: name)
    }

    /// Takes everything away, as where somebody is forgotten.
    ///
    /// - Throws: `ExamError` where something stays.
    func removeAll() throws(ExamError) {
        register.withLock { $0 = nil }
        try store.removeAll()
    }

    private static let codeLength = 32

    /// What stands before the value, so that nothing passes for something else, or as of another format.
    private static func title(of name: String) -> [UInt8] { Array("verified 4 \(name)\n".utf8) }
}
