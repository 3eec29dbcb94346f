import Examining
import Scoring
import Team

/// What is wrong with how a request was sent.
package enum BodyFault: Error, Sendable {
    /// It is larger than so many bytes.
    case tooLarge(most: Int)
    /// It did not come in time.
    case tooSlow
}

/// Why a request is refused, as a page says it.
struct Refusal {
    let status: Int
    /// A few words above it.
    let title: String
    /// The message, a sentence.
    let message: String
    /// After how many seconds it may go well; nil where that is not known.
    let seconds: Int?

    init(_ error: any Error) {
        switch error {
        case let error as TeamError: self.init(error)
        case let error as ExamError: self.init(error)
        case let fault as BodyFault: self.init(fault)
        default:
            self.init(500, "Something is wrong here", Self.defect)
        }
    }

    private static let defect = "this is a defect of Preceptor, and has changed nothing"

    init(_ status: Int, _ title: String, _ message: String, after seconds: Int? = nil) {
        self.status = status
        self.title = title
        self.message = message.withCapital + "."
        self.seconds = seconds
    }

    private init(_ fault: BodyFault) {
        switch fault {
        case .tooLarge(let most):
            self.init(413, "That is too large", "at most \(most >> 10) kB are taken in here, and nothing was")
        case .tooSlow:
            self.init(408, "That took too long", "what you sent did not come in time, and nothing was taken in")
        }
    }

    private init(_ error: TeamError) {
        switch error.kind {
        case .signedOut: self.init(401, "Sign in first", error.message)
        case .forbidden: self.init(403, "Not allowed", error.message)
        case .invalid: self.init(422, "That did not work", error.message)
        case .notFound: self.init(404, "Nothing is here", error.message)
        case .taken: self.init(409, "That is there already", error.message)
        case .tooMany(let seconds): self.init(429, "Please wait", error.message, after: seconds)
        case .unavailable: self.init(503, "Not just now", error.message, after: 5)
        case .defect:
            self.init(500, "Something is wrong here", Self.defect)
        }
    }

    private init(_ error: ExamError) {
        switch error.kind {
        case .early, .forbidden: self.init(403, "Not allowed", error.message)
        case .invalid: self.init(422, "That did not work", error.message)
        case .notFound: self.init(404, "Nothing is here", error.message)
        case .taken, .changed, .inUse: self.init(409, "Something else happened meanwhile", error.message)
        case .checkFailed, .unreadable: self.init(409, "This attempt needs your supervisor", error.message)
        case .cannotMake, .cannotKeep: self.init(503, "Not just now", error.message, after: 5)
        case .defect:
            self.init(500, "Something is wrong here", Self.defect)
        }
    }

    /// The same for a program.
    var json: WebAnswer {
        .json(JSONText.object([("error", .text(message)), ("status", .number(Int64(status)))]).bytes, status: status)
    }
}
