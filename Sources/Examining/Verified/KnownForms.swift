import Content
import Quiz

/// What a revision of a pack can put into an exam.
private struct KnownForms: Packed {
    let reader: String
    let stock: KnownStock

    init(reader: String, stock: KnownStock) {
        self.reader = reader
        self.stock = stock
    }

    init(unpacking input: inout PackedInput) throws(NotPacked) {
        reader = try input.text()
        stock = try KnownStock(unpacking: &input)
    }

    func pack(into output: inout PackedOutput) {
        output.put(text: reader)
        stock.pack(into: &output)
    }
}

extension Exams {
    /// What an exam's forms are made of. What a revision of the pack can put into them is found out once, for the first
    /// who sits it, and kept by the key that will seal the attempt.
    ///
    /// - Throws: `ExamError` where the key cannot be read or made by which it is known again.
    func formBank(for blueprint: Blueprint, of revision: PackRevision) throws(ExamError) -> FormBank {
        let (name, key) = ("forms-\(revision.pack.id)-\(blueprint.id)", try signingKey())
        if let known = verified.read(name, as: KnownForms.self, by: key), known.reader == reader(by: revision) {
            return FormBank(for: blueprint, of: revision.pack, knowing: known.stock)
        }
        let bank = FormBank(for: blueprint, of: revision.pack)
        verified.keep(KnownForms(reader: reader(by: revision), stock: KnownStock(of: bank)), as: name, by: key)
        return bank
    }
}
