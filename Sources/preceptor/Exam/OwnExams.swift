import Examining
import Machine
import Quiz
import Stores
import Terminal

/// Exams in the folders of the person who runs the program.
struct OwnExams {
    let exams: Exams
    let logs: FileLogStore

    /// - Parameter isAnew: Whether nothing counts that was verified before and kept.
    /// - Throws: `Failure` where the person has no place for them.
    init(verifyingAnew isAnew: Bool = false) throws(Failure) {
        guard let folder = Paths.exams, let issuerFolder = Paths.issuer else {
            throw Failure(.cannotMake, "there is no folder for exams; set PRECEPTOR_HOME to one")
        }
        logs = FileLogStore(folder: folder, issuerFolder: issuerFolder, time: MachineTime())
        exams = Exams(
            logs: logs, roster: FileRosterStore(folder: folder),
            issuers: FileIssuerStore(folder: issuerFolder, examFolder: folder),
            verified: isAnew ? MemoryVerifiedStore() : FileVerifiedStore(folder: folder), time: MachineTime(),
            user: environmentValue("USER") ?? "", build: Paths.build)
    }

    /// Keeps all other windows from an attempt for as long as these exams are there.
    ///
    /// - Throws: `ExamError` where another window has it.
    func sitAlone(_ attempt: OpenAttempt) throws(ExamError) {
        guard attempt.state.phase != .waiting else { return }
        do { try logs.hold(.attempt(attempt.name)) } catch { throw ExamError(error) }
    }

    /// The attempts that are there. What is not as it should be is left out, and told on standard error.
    ///
    /// - Parameter revision: The pack by which the answers to it are read for statistics; nil where nobody asks.
    /// - Returns: By candidate and number.
    /// - Throws: `ExamError` where one cannot be read.
    func attempts(reading revision: PackRevision? = nil) throws(ExamError) -> AttemptList {
        let list = try exams.attempts(reading: revision)
        for irregularity in list.irregularities { complain(irregularity) }
        return list
    }
}

extension Failure {
    /// What an error about exams ends the program with.
    init(_ error: ExamError) {
        let status: ExitStatus =
            switch error.kind {
            case .early, .forbidden, .invalid: .usage
            case .notFound: .notFound
            case .checkFailed: .notRight
            case .unreadable: .unreadable
            case .taken, .cannotMake: .cannotMake
            case .inUse, .changed, .cannotKeep: .cannotWrite
            case .defect: .defect
            }
        self.init(status, error.message)
    }
}
