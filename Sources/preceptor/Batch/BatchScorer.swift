import Authoring
import Content
import Machine
import Quiz
import Reports
import Scoring
import Terminal

/// Scores lines one after the other, and remembers the packs and cases that they were about.
final class BatchScorer {
    private let library: PackLibrary
    private let defaults: (pack: String, policy: String?)
    private var packs: [String: Result<Pack, Failure>] = [:]
    private var payers: [PolicyKey: Payer] = [:]
    private var cases: [BatchQuestion.About: Asked] = [:]
    /// How many cases are remembered; beyond it all are forgotten, so that memory stays bounded.
    private static let caseLimit = 8_192

    /// A case with the words that its pack has for kinds of service and people.
    private struct Asked {
        let judged: Case
        let wording: Wording
    }

    /// A policy of a pack.
    private struct PolicyKey: Hashable {
        let pack: String
        let policy: ID<Policy>
    }

    init(library: PackLibrary, pack: String, policy: String?) {
        self.library = library
        defaults = (pack, policy)
    }

    /// Appends the result of a line, as JSON and a line end.
    ///
    /// - Parameters:
    ///   - line: Without its end.
    ///   - number: Its place in the input, counted from 1, which an error names.
    ///   - output: What the result is appended to.
    /// - Returns: Whether the line could be scored.
    func score(_ line: ArraySlice<UInt8>, number: Int, to output: inout [UInt8]) -> Bool {
        var id: BatchQuestion.ID?
        let result = Result { try score(line, id: &id) }
        defer { output.append(UInt8(ascii: "\n")) }
        switch result {
        case .success(let json):
            json.identified(by: id).write(to: &output)
            return true
        case .failure(let error):
            JSON(error, line: number).identified(by: id).write(to: &output)
            return false
        }
    }

    private func score(_ line: ArraySlice<UInt8>, id: inout BatchQuestion.ID?) throws -> JSON {
        guard line.count <= BlockReader.lineLimit else { throw Failure(.unreadable, "the line is longer than 64 KiB") }
        let question = try BatchQuestion(line, id: &id)
        let asked = try asked(question.about)
        let judged = asked.judged
        let assessment = judged.assess(try judged.read(question.answer))
        return JSON(assessment, key: judged.key.claim, policy: judged.rules.policy.id, by: asked.wording)
    }

    /// The case that lines are about, made ready for many answers.
    private func asked(_ about: BatchQuestion.About) throws(Failure) -> Asked {
        if let known = cases[about] { return known }
        let name = about.pack ?? defaults.pack
        let pack = try pack(name)
        let policy = try pack.policy(named: about.policy ?? defaults.policy)
        let encounter = try about.encounter(in: pack, under: policy)
        let key = PolicyKey(pack: name, policy: policy.id)
        let payer = payers[key] ?? Payer(policy, in: pack)
        payers[key] = payer
        let judged = Case(encounter, among: payer.beliefs).forManyAnswers()
        let asked = Asked(judged: judged, wording: pack.wording)
        if cases.count >= Self.caseLimit { cases.removeAll(keepingCapacity: true) }
        cases[about] = asked
        return asked
    }

    private func pack(_ name: String) throws(Failure) -> Pack {
        if let loaded = packs[name] { return try loaded.get() }
        let loaded: Result<Pack, Failure>
        do {
            loaded = .success(try library.load(name))
        } catch {
            loaded = .failure(Failure(.unreadable, error.description))
        }
        packs[name] = loaded
        return try loaded.get()
    }
}

extension JSON {
    /// The object with the id that its line has, before all else.
    fileprivate func identified(by id: BatchQuestion.ID?) -> JSON {
        guard let id, case .object(let members) = self else { return self }
        switch id {
        case .text(let text): return .object([("id", .string(text))] + members)
        case .integer(let number): return .object([("id", .integer(number))] + members)
        }
    }

    /// What stands in the place of a line that could not be scored.
    fileprivate init(_ error: any Error, line: Int) {
        var members: [(String, JSON)] = []
        switch error {
        case let error as AnswerError:
            members = [
                ("message", .string(error.message)), ("offset", .integer(error.offset)),
                ("length", .integer(error.length)),
            ]
        case let failure as Failure: members = [("message", .string(failure.message))]
        default: members = [("message", .string("\(error)"))]
        }
        self = .object([("error", .object(members + [("line", .integer(line))]))])
    }
}
