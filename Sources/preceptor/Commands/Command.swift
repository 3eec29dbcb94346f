import ArgumentParser
import Authoring
import Batch
import Examining
import Machine
import Reports
import Terminal

/// A command of the program. Whatever goes wrong ends in one message on standard error and a status that scripts know.
protocol Command: ParsableCommand {
    func perform(_ console: Console) throws
}

extension Command {
    func run() throws { try withConsole(perform) }
}

/// Does what writes to the console. Whatever goes wrong is said there, and thrown as the status to end with.
func withConsole(_ body: (Console) throws -> Void) throws {
    let console = Console()
    Patience.begin()
    defer { Patience.end() }
    do {
        try body(console)
        try console.output.flush()
    } catch let exit as ExitCode {
        try? console.output.flush()
        throw exit
    } catch let failure as Failure {
        try console.end(failure)
    } catch let error as Unscored {
        try console.end(Failure(error.isMissing ? .notFound : .unreadable, error.message))
    } catch let error as ExamError {
        try console.end(Failure(error))
    } catch let error as FileError {
        try console.end(Failure(error))
    } catch let error as PackError {
        try console.end(Failure(error.status, error.description))
    } catch OutputError.closed {
        // Whoever read the output has had enough of it.
        throw ExitCode.success
    } catch OutputError.failed(let reason) {
        try console.end(Failure(.cannotWrite, "cannot write the output: \(reason)"))
    }
}

extension Console {
    fileprivate func end(_ failure: Failure) throws -> Never {
        try? output.flush()
        complain(failure.message)
        throw failure.status.code
    }
}

extension PackError {
    fileprivate var status: ExitStatus {
        switch self {
        case .unknown, .noBundle: .notFound
        case .broken: .unreadable
        }
    }
}
