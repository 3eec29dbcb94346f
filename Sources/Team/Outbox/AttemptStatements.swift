import Examining
import FoundationEssentials
import Machine
import Quiz
import Scoring
import Signatures

/// What an attempt came to, as a learning record store reads it (xAPI 1.0.3): each item that was answered, that the exam
/// was completed, and whether it was passed. The candidate is named by the id in the house, and by nothing else.
struct AttemptStatements {
    private let statements: [Statement]
    private let origin: String

    /// - Parameters:
    ///   - attempt: An attempt that is closed.
    ///   - origin: How the addresses of the house begin.
    ///   - now: When it was closed, where its log does not say.
    init(of attempt: StoredAttempt, from origin: String, at now: Moment) {
        let exam = "\(origin)/exams/\(attempt.form.pack)/\(attempt.form.blueprint)"
        let fractions = attempt.result?.fractions ?? []
        func statement(_ name: String, _ verb: Verb, _ object: Activity, _ result: Outcome, in parent: String?)
            -> Statement
        {
            Statement(
                id: Self.uuid("\(attempt.id) \(name)"),
                actor: Actor(account: .init(homePage: origin, name: attempt.form.candidate)), verb: verb,
                object: object,
                result: result,
                context: Context(
                    registration: Self.uuid(attempt.id), platform: "Preceptor",
                    contextActivities: parent.map { ["parent": [Activity(id: $0)]] }),
                timestamp: (attempt.ended ?? now).isoText)
        }
        var statements = attempt.state.answers.sorted { $0.key < $1.key }.compactMap { position, answer -> Statement? in
            guard !answer.isEmpty, attempt.form.items.indices.contains(position), fractions.indices.contains(position)
            else {
                return nil
            }
            let item = attempt.form.items[position]
            let scaled = Double(fractions[position]) / 1_000_000
            let activity = Activity(id: "\(origin)/items/\(attempt.form.pack)/\(item.encodedWithPercents)")
            return statement(
                "answered \(position)", .answered, activity,
                Outcome(score: ["scaled": scaled], success: fractions[position] >= 999_999, response: answer), in: exam)
        }
        let activity = Activity(id: exam, definition: .init(name: ["en-US": attempt.form.title]))
        let score = attempt.fraction.map { ["scaled": $0] }
        statements.append(
            statement("completed", .completed, activity, Outcome(score: score, completion: true), in: nil))
        if let isPassed = attempt.result?.isPassed {
            statements.append(
                statement(
                    "passed", isPassed ? .passed : .failed, activity, Outcome(score: score, success: isPassed), in: nil)
            )
        }
        self.statements = statements
        self.origin = origin
    }

    /// All of them, as they are sent.
    var text: String { Self.text(of: statements) }

    /// That all of them were in error, as they are sent: what they tell of counts no longer.
    func voided(by voiding: AttemptRegister.Voiding) -> String {
        Self.text(
            of: statements.map { statement in
                VoidingStatement(
                    id: Self.uuid("\(statement.id) voided"),
                    actor: Actor(account: .init(homePage: origin, name: voiding.by)),
                    object: .init(id: statement.id), timestamp: voiding.at.isoText)
            })
    }

    private static func text(of statements: [some Encodable]) -> String {
        (try? canonical(statements)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    /// An id that is always the same for the same words, so that a statement that is sent twice is one.
    static func uuid(_ words: String) -> String {
        var bytes = Array(sha256(Array("preceptor statement 1\n\(words)".utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array(hexadecimal(bytes))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}

extension AttemptStatements {
    private struct Statement: Encodable {
        let id: String
        let actor: Actor
        let verb: Verb
        let object: Activity
        let result: Outcome
        let context: Context
        let timestamp: String
    }

    private struct VoidingStatement: Encodable {
        struct Reference: Encodable {
            var objectType = "StatementRef"
            let id: String
        }
        let id: String
        let actor: Actor
        var verb = Verb("voided")
        let object: Reference
        let timestamp: String
    }

    private struct Actor: Encodable {
        struct Account: Encodable {
            let homePage: String
            let name: String
        }
        let account: Account
    }

    private struct Verb: Encodable {
        let id: String
        let display: [String: String]

        init(_ name: String) {
            id = "http://adlnet.gov/expapi/verbs/\(name)"
            display = ["en-US": name]
        }

        static let answered = Verb("answered")
        static let completed = Verb("completed")
        static let passed = Verb("passed")
        static let failed = Verb("failed")
    }

    private struct Activity: Encodable {
        struct Definition: Encodable {
            let name: [String: String]
            var type = "http://adlnet.gov/expapi/activities/assessment"
        }
        let id: String
        var definition: Definition?
    }

    private struct Outcome: Encodable {
        var score: [String: Double]?
        var success: Bool?
        var completion: Bool?
        var response: String?
    }

    private struct Context: Encodable {
        let registration: String
        let platform: String
        let contextActivities: [String: [Activity]]?
    }
}
