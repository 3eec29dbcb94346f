package import Audit
package import Content
package import Quiz
import Scoring
import Synchronization

/// The register up to a position.
struct VerifiedRegister: Sendable {
    var register: AttemptRegister
    /// Where it was verified to.
    var position: LogPosition
}

extension Exams {
    /// The register of attempts; without entries where nothing was begun yet. What was verified before is not verified
    /// anew, where it is there as it was.
    ///
    /// - Throws: `ExamError` where it cannot be read.
    package func register() throws(ExamError) -> AttemptRegister {
        guard let known = try verifiedRegister(), let more = try entries(after: known) else {
            let whole = AttemptRegister(try ledger(.register))
            // What was kept of it, if anything, is of no use any more.
            verified.register.withLock { $0 = nil }
            if whole.problems.isEmpty, whole.end.count > 0 { try remember(whole) }
            return whole
        }
        guard !more.statements.isEmpty else { return known.register }
        var register = known.register
        register.follow(more)
        try remember(register)
        return register
    }

    /// What was verified of the register before; nil where nothing was.
    private func verifiedRegister() throws(ExamError) -> VerifiedRegister? {
        if let known = verified.register.withLock({ $0 }) { return known }
        guard let key = try keyOfOwn() else { return nil }
        let known = verified.read("register", as: VerifiedRegister.self, by: key)
        verified.register.withLock { $0 = known }
        return known
    }

    /// The entries that came after a register was verified; nil where it is not as it was, or they are not as written.
    private func entries(after known: VerifiedRegister) throws(ExamError) -> Ledger<RegisterEntry>? {
        let rest = try keeping { () throws(LogError) in try logs.read(.register, after: known.position) }
        guard let rest else { return nil }
        guard !rest.isEmpty else { return Ledger(after: known.position.end) }
        let ledger = Ledger<RegisterEntry>(rest, after: known.position.end).trusting(try goodKeys())
        return ledger.problems.isEmpty ? ledger : nil
    }

    /// Remembers the register in this process and for the next one, once enough was added to it: where it is kept in a
    /// file, to find its position takes longer than to verify a few entries again.
    private func remember(_ register: AttemptRegister) throws(ExamError) {
        let kept = verified.register.withLock { $0?.position.end.count ?? 0 }
        guard register.end.count - kept >= verified.fewest, let key = try keyOfOwn() else { return }
        let position = try keeping { () throws(LogError) in try logs.position(in: .register, at: register.end) }
        guard let position else { return }
        let known = VerifiedRegister(register: register, position: position)
        verified.register.withLock { $0 = known }
        verified.keep(known, as: "register", by: key)
    }
}

extension VerifiedRegister: Packed {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        let end = try LogEnd(unpacking: &input)
        let length = try input.number()
        let digest = try input.byteRun()
        position = LogPosition(end: end, length: length, digest: digest)
        register = try AttemptRegister(unpacking: &input)
    }

    func pack(into output: inout PackedOutput) {
        position.end.pack(into: &output)
        output.put(number: position.length)
        output.put(bytes: position.digest)
        register.pack(into: &output)
    }
}

extension LogEnd: Packed {
    /// Reads what `pack` wrote.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self.init(count: try input.number(), hash: try input.text())
    }

    /// Writes it so that it can be read back.
    package func pack(into output: inout PackedOutput) {
        output.put(number: count)
        output.put(text: hash)
    }
}

extension ClockReading: Packed {
    /// Reads what `pack` wrote.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self.init(wall: Int64(try input.number()), up: Int64(try input.number()), boot: try input.text())
    }

    /// Writes it so that it can be read back.
    package func pack(into output: inout PackedOutput) {
        output.put(number: Int(wall))
        output.put(number: Int(up))
        output.put(text: boot)
    }
}
