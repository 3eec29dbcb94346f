import Authoring
import Content
import FoundationEssentials
import Learning
import Machine
import Terminal

/// Makes the records here and on a team's server the same: what is only here is sent, what is only there is taken.
struct Exchange {
    /// How many answers go at once.
    private static let part = 500
    /// How many of those that both have are looked at again: some may have been taken back meanwhile.
    private static let again: Int64 = 50

    /// What was sent and what came.
    struct Done: Equatable {
        var sent = 0
        var came = 0
        var leftOut = 0
    }

    private struct Sent: Codable { let answers: [SharedAnswer] }
    private struct Received: Codable { let new, known, leftOut: Int }
    private struct Person: Codable {
        let id, name: String
        let scopes: [String]
    }

    private let server: Curl

    init(with address: String, key: String) { server = Curl(address: address, key: key) }

    /// Who is let in by the key.
    ///
    /// - Throws: `Failure` where nobody is, or the key is for something else.
    func person() throws(Failure) -> (id: String, name: String) {
        let person: Person = try ask("me")
        guard person.scopes.contains("train") else {
            throw Failure(.usage, "this key is for something else than training")
        }
        return (person.id, person.name)
    }

    /// Sends and takes, and moves the marks of a link on as far as that went.
    ///
    /// - Throws: `Failure` where the server cannot be reached, or records cannot be used; nothing is lost then.
    func run(_ link: inout TeamLink, in store: any LearnerStore, at time: MachineTime) throws(Failure) -> Done {
        var done = Done()
        do {
            let learner = try store.learner(named: link.learner, at: time.now).id
            var after = max(0, link.sent - Self.again)
            while true {
                let answers = try store.sharedAnswers(of: learner, after: after, atMost: Self.part)
                guard let last = answers.last?.number else { break }
                let body = (try? JSONEncoder().encode(Sent(answers: answers))).map { Array($0) }
                let received: Received = try ask("training/answers", sending: body)
                // However many the server says: more cannot have been new to it.
                done.sent += min(max(received.new, 0), answers.count)
                (after, link.sent) = (last, max(link.sent, last))
                try link.keep()
                if answers.count < Self.part { break }
            }
            try take(&link, learner, in: store, &done)
        } catch let error as RecordsError {
            throw Failure(.cannotWrite, error.message)
        } catch let error as Failure { throw error } catch { throw Failure(.defect, "\(error)") }
        return done
    }

    private func take(
        _ link: inout TeamLink, _ learner: Records.Learner.ID, in store: any LearnerStore, _ done: inout Done
    ) throws {
        let library = try PackLibrary.standard()
        let packs = library.ids.compactMap { try? library.load($0) }
        let isUpToDate = try store.sharedAnswers(of: learner, after: link.sent, atMost: 1).isEmpty
        var after = max(0, link.taken - Self.again)
        while true {
            let came: Sent = try ask("training/answers?after=\(after)&limit=\(Self.part)")
            guard let last = came.answers.last?.number else { break }
            guard last > after else { throw unreadable }
            let taken = try store.take(came.answers, of: learner, in: packs)
            done.came += taken.new
            done.leftOut += taken.leftOut
            (after, link.taken) = (last, max(link.taken, last))
            try link.keep()
            if came.answers.count < Self.part { break }
        }
        // What came from there need not go back; what somebody answered here meanwhile does.
        if isUpToDate, let last = try store.lastAnswers(1, of: learner).first { link.sent = last.id.number }
        try link.keep()
    }

    private var unreadable: Failure { Failure(.cannotWrite, "what came from \(server.address) cannot be read") }

    private func ask<Answer: Decodable>(_ path: String, sending body: [UInt8]? = nil) throws(Failure) -> Answer {
        let (status, bytes) = try server.ask("/api/v1/\(path)", sending: body)
        switch status {
        case 200:
            guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(bytes)) else { throw unreadable }
            return answer
        case 401, 403:
            throw Failure(
                .usage,
                "\(server.address) does not let this terminal in; preceptor login \(server.address) makes that good")
        case 404: throw Failure(.usage, "\(server.address) is no team server of Preceptor's, or an older one")
        default: throw Failure(.cannotWrite, "\(server.address) cannot take it now (\(status))")
        }
    }
}
