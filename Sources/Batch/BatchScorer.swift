package import Content
import Quiz
package import Reports
import Scoring

/// Scores lines one after the other, and remembers the packs and cases that they were about.
package final class BatchScorer {
    private let load: (String) throws(Unscored) -> Pack
    private let defaults: (pack: String, policy: String?)
    private var packs: [String: Result<Pack, Unscored>] = [:]
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

    /// The most bytes that a line may have.
    package static let lineLimit = 64 * 1024

    /// - Parameters:
    ///   - pack: That lines are about which name none.
    ///   - policy: Of lines that name none; nil for the pack's own.
    ///   - load: Gives the pack of a name.
    package init(pack: String, policy: String?, _ load: @escaping (String) throws(Unscored) -> Pack) {
        self.load = load
        defaults = (pack, policy)
    }

    /// Appends the result of a line, as JSON and a line end.
    ///
    /// - Parameters:
    ///   - line: Without its end.
    ///   - number: Its position in the input, counted from 1, which an error names.
    ///   - output: What the result is appended to.
    /// - Returns: Whether the line could be scored.
    package func score(_ line: ArraySlice<UInt8>, number: Int, to output: inout [UInt8]) -> Bool {
        let (json, isScored) = result(of: line, number: number)
        json.write(to: &output)
        output.append(UInt8(ascii: "\n"))
        return isScored
    }

    /// The result of a line; where it could not be scored, an object with what is wrong as `error`.
    ///
    /// - Parameters:
    ///   - line: Without its end.
    ///   - number: Its position in the input, counted from 1, which an error names.
    /// - Returns: What is written of it, and whether it could be scored.
    package func result(of line: ArraySlice<UInt8>, number: Int) -> (json: JSON, isScored: Bool) {
        var id: BatchQuestion.ID?
        switch Result(catching: { try score(line, id: &id) }) {
        case .success(let json): return (json.identified(by: id), true)
        case .failure(let error): return (JSON(error, line: number).identified(by: id), false)
        }
    }

    private func score(_ line: ArraySlice<UInt8>, id: inout BatchQuestion.ID?) throws -> JSON {
        guard line.count <= Self.lineLimit else { throw Unscored("the line is longer than 64 KiB") }
        let question = try BatchQuestion(line, id: &id)
        let asked = try asked(question.about)
        let judged = asked.judged
        let assessment = judged.assess(try judged.read(question.answer))
        return JSON(assessment, key: judged.key.claim, policy: judged.rules.policy.id, by: asked.wording)
    }

    /// The case that lines are about, made ready for many answers.
    private func asked(_ about: BatchQuestion.About) throws(Unscored) -> Asked {
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

    private func pack(_ name: String) throws(Unscored) -> Pack {
        if let loaded = packs[name] { return try loaded.get() }
        let loaded = Result { () throws(Unscored) in try load(name) }
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
        case let failure as Unscored: members = [("message", .string(failure.message))]
        default: members = [("message", .string("\(error)"))]
        }
        self = .object([("error", .object(members + [("line", .integer(line))]))])
    }
}
