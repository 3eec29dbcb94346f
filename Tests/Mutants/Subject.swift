import Content
import Interchange

/// A kind of file: small ones that are sound, and what reads them.
struct Subject: Sendable {
    /// What became of one mutant.
    struct Outcome {
        var isRead = false
        var isWellFormed = false
        /// What was not right about how it was treated; nil where all was.
        var failure: String?
    }

    let name: String
    let count: Int
    /// Makes a mutant of one of the sound files.
    let mutant: @Sendable (Int, inout SeededGenerator) -> Mutant
    let read: @Sendable (Mutant) -> Outcome

    /// A file, or the files of a pack.
    typealias Mutant = [(path: String, bytes: [UInt8])]

    init(
        _ name: String, count: Int, mutant: @escaping @Sendable (Int, inout SeededGenerator) -> Mutant,
        read: @escaping @Sendable (Mutant) -> Outcome
    ) {
        self.name = name
        self.count = count
        self.mutant = mutant
        self.read = read
    }

    /// A kind of which each file stands by itself.
    init(
        _ name: String, _ files: [[UInt8]], spice: [String], read: @escaping @Sendable ([UInt8]) -> Outcome
    ) {
        let words = spice.map { Array($0.utf8) }
        self.init(name, count: files.count) { place, random in
            [(name, mutate(files[place], spice: words, with: &random))]
        } read: { mutant in
            read(mutant.first?.bytes ?? [])
        }
    }

    /// A kind of archive. A document within it changes most of the time, and the archive itself now and then.
    init(
        _ name: String, archives: [Mutant], spice: [String], read: @escaping @Sendable ([UInt8]) -> Outcome
    ) {
        let words = spice.map { Array($0.utf8) }
        self.init(name, count: archives.count) { place, random in
            var parts = archives[place]
            let isArchiveMutant = random.below(8) == 0
            if !isArchiveMutant {
                let part = random.below(parts.count)
                parts[part].bytes = mutate(parts[part].bytes, spice: words, with: &random)
            }
            var archive = ZipArchive()
            for part in parts { archive.add(part.path, part.bytes) }
            let file = archive.finish()
            return [(name, isArchiveMutant ? mutate(file, spice: words, with: &random) : file)]
        } read: { mutant in
            read(mutant.first?.bytes ?? [])
        }
    }

    static func all() throws -> [Subject] {
        let pack = try SamplePack()
        return try [pack.subject] + questionSubjects(of: pack.pack) + packageSubjects(of: pack.pack)
            + [rosterSubject(), scenarioSubject(of: pack.pack), spreadsheetSubject(of: pack.pack)]
            + credentialSubjects() + ncciSubjects()
    }

    /// One of the mutants of a batch, to be looked at.
    func mutant(_ place: Int, ofBatch number: UInt64) -> Mutant {
        var random = SeededGenerator(seed: number)
        for _ in 0..<place { _ = mutant(random.below(count), &random) }
        return mutant(random.below(count), &random)
    }

    /// A number of mutants that follow from the batch's own number.
    func batch(_ number: UInt64, of size: Int) -> Tally {
        var random = SeededGenerator(seed: number)
        var tally = Tally()
        let clock = ContinuousClock()
        for place in 0..<size {
            let mutant = mutant(random.below(count), &random)
            let start = clock.now
            let outcome = read(mutant)
            tally.slowest = max(tally.slowest, (clock.now - start) / .seconds(1))
            tally.count += 1
            if outcome.isRead { tally.read += 1 }
            if outcome.isWellFormed || outcome.isRead { tally.wellFormed += 1 }
            if let failure = outcome.failure { tally.fail("batch \(number), mutant \(place): \(failure)") }
        }
        return tally
    }
}

extension Subject.Outcome {
    /// A problem is told in one plain line of a bearable length.
    init(refused problems: [String], isWellFormed: Bool) {
        self.isWellFormed = isWellFormed
        for problem in problems {
            let isPlain = problem.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            if !isPlain { failure = "the message holds controls" }
            if problem.utf8.count > 8_000 { failure = "the message has \(problem.utf8.count) bytes" }
        }
        if problems.isEmpty { failure = "refused without a message" }
    }

    init(refused problem: ImportProblem, isWellFormed: Bool) {
        self.init(refused: ["\(problem)"], isWellFormed: isWellFormed)
    }

    static var read: Self { Self(isRead: true, isWellFormed: true) }
}
