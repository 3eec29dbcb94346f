#if Server
import ArgumentParser
import Team

/// A command of the program. Whatever goes wrong ends in one message on standard error and a status that scripts know.
protocol ServerCommand: AsyncParsableCommand {
    func perform() async throws
}

extension ServerCommand {
    func run() async throws {
        do { try await perform() } catch let stop as Stop {
            complain(stop.message)
            throw ExitCode(stop.status)
        } catch let error as TeamError {
            let stop = Stop(error)
            complain(stop.message)
            throw ExitCode(stop.status)
        }
    }
}

/// Why the program ends, with what status.
struct Stop: Error {
    let status: Int32
    let message: String

    init(_ status: Int32, _ message: String) {
        self.status = status
        self.message = message
    }

    init(_ error: TeamError) {
        let status: Int32 =
            switch error.kind {
            case .unavailable: 69
            case .defect: 70
            case .signedOut, .forbidden, .invalid, .notFound, .taken, .tooMany: 64
            }
        self.init(status, error.message)
    }
}
#endif
