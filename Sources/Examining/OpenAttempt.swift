import Audit
package import Content
package import Quiz
import System
package import Terminal

/// An attempt that is being sat: what happens is in its log, on the disk, before anything follows from it.
package final class OpenAttempt {
    package let form: FormRecord
    package let items: [Item]
    package private(set) var state: ExamAttempt
    /// The candidate's time where it is not the form's; nil before the time began, too.
    package private(set) var sitting: SittingRecord?
    private let log: LogFile<ExamEntry>
    private let folder: ExamFolder
    package private(set) var result: ExamResult?

    /// Begins an attempt: its form is in the log when this returns.
    ///
    /// - Throws: `Failure` where it cannot be kept.
    package init(_ form: FormRecord, items: [Item], in folder: ExamFolder) throws(Failure) {
        self.form = form
        self.items = items
        self.folder = folder
        guard let state = ExamAttempt(form, []) else { throw Failure(.defect, "the form has no rules") }
        self.state = state
        do {
            log = try LogFile(folder.path(of: form), creating: true)
            try log.append(ExamEntry(event: "form", at: .now, form: form))
        } catch {
            throw Failure(error)
        }
    }

    /// Goes on with an attempt; one whose time is over is closed at once.
    ///
    /// - Throws: `Failure` where another process has it, its log is damaged, or the pack no longer makes its items.
    package init(_ stored: StoredAttempt, from pack: Pack, in folder: ExamFolder) throws(Failure) {
        self.folder = folder
        do { log = try LogFile(stored.path, creating: false) } catch { throw Failure(error) }
        // Another process may have gone on since the attempt was looked at.
        guard let now = StoredAttempt(log.entries, head: nil, path: stored.path) else {
            throw Failure(.unreadable, "\(stored.path) is no log of an attempt")
        }
        form = now.form
        state = now.state
        sitting = now.entries.sitting
        items = try form.items(from: pack)
        if log.isClosed { return }
        if !state.isClosed, state.phase != .waiting { try resume() }
        if state.isClosed { try close() }
    }

    private func resume() throws(Failure) {
        if isTimeOver { return try note(.timeout) }
        try note(.resume)
    }

    /// Begins the candidate's time.
    ///
    /// - Parameter sitting: How much of it there is, where it is not the form's.
    /// - Throws: `Failure` where it could not be kept: then nothing has changed.
    package func begin(_ sitting: SittingRecord?) throws(Failure) {
        guard var next = ExamAttempt(form, [], sitting: sitting) else {
            throw Failure(.defect, "the form has no rules")
        }
        let event = ExamEvent(.start, at: .now)
        do { try next.take(event) } catch { throw Failure(.usage, error.message) }
        var entry = ExamEntry(event)
        entry.sitting = sitting
        do { try log.append(entry) } catch { throw Failure(error) }
        state = next
        self.sitting = sitting
    }

    /// Milliseconds that are left now.
    package var left: Int64 { state.left(at: .now) }

    package var isTimeOver: Bool { state.phase == .open && left == 0 }

    /// Takes in what happened, and what it leads to at once; it is on the disk when this returns. A clock that was set
    /// is noted first.
    ///
    /// - Throws: `Failure` where it could not be kept: then nothing has changed.
    package func note(_ action: ExamEvent.Action, then further: ExamEvent.Action? = nil) throws(Failure) {
        let now = ExamMoment.now
        let jump = state.jump(at: now).map { ExamEvent.Action.clock($0) }
        let events = [jump, action, further].compactMap(\.self).map { ExamEvent($0, at: now) }
        var next = state
        for event in events {
            do { try next.take(event) } catch { throw Failure(.usage, error.message) }
        }
        do { try log.append(events.map { ExamEntry($0) }) } catch { throw Failure(error) }
        state = next
    }

    /// Hands in what is there, by the candidate's wish or because the time is over, and signs the log. The register has
    /// its end before the log has, so that an end that is missing was cut off.
    ///
    /// - Throws: `Failure`; calling the command again closes it.
    package func close(_ action: ExamEvent.Action? = nil) throws(Failure) {
        if let action, !state.isClosed { try note(action) }
        let result = form.result(of: state.answers, to: items)
        do {
            if log.entries.last?.result == nil {
                try log.append(ExamEntry(event: "result", at: .now, result: ResultRecord(result)))
            }
            try folder.register(.closed, of: log.firstHash ?? log.hash, count: log.count, hash: log.hash)
            try log.finish(with: try folder.signingKey())
        } catch let error as LogError {
            throw Failure(error)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.cannotWrite, "\(error)")
        }
        self.result = result
    }
}

extension ExamRefusal {
    package var message: String {
        switch self {
        case .closed: "the exam is closed"
        case .outOfOrder: "that cannot follow from what was before"
        case .timeIsOver: "the time is over"
        case .noSuchItem: "there is no such item"
        case .forwardOnly: "this exam goes forward only"
        }
    }
}
