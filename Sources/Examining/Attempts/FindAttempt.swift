package import Content

extension Exams {
    /// An attempt as it is kept, for whoever keeps nothing of it between two steps of the same sitting, as a page does.
    /// One whose time is over is closed at once; else nothing is noted.
    ///
    /// - Parameters:
    ///   - name: The attempt's.
    ///   - pack: The one that it is of.
    /// - Returns: The attempt, whose next step is refused where another one was faster.
    /// - Throws: `ExamError` where there is none, or the pack no longer makes its items.
    package func openAttempt(_ name: String, of pack: Pack) throws(ExamError) -> OpenAttempt {
        try openAttempt(try storedAttempt(name), of: pack)
    }

    /// The same of an attempt that was read already.
    ///
    /// - Throws: `ExamError` where the pack no longer makes its items.
    package func openAttempt(_ stored: StoredAttempt, of pack: Pack) throws(ExamError) -> OpenAttempt {
        try OpenAttempt(stored, from: pack, in: self, isReturn: false)
    }

    /// An attempt as it is kept, open or closed.
    ///
    /// - Parameter name: The attempt's.
    /// - Returns: What its log tells.
    /// - Throws: `ExamError` where there is none, or its log is not as it was written.
    package func storedAttempt(_ name: String) throws(ExamError) -> StoredAttempt {
        let isName = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard isName, let log = try read(name, isWhole: false) else {
            throw ExamError(.notFound, "no attempt \(name.prefix(100)) in \(logs.location)")
        }
        guard log.isIntact, let attempt = log.attempt else {
            throw ExamError(.unreadable, "\(name) is no attempt, or damaged", mend: "exam verify tells")
        }
        if attempt.head != nil, let strange = attempt.strangeKeys(try goodKeys()).first {
            throw ExamError(.unreadable, "\(name) does not count: \(strange)", mend: "exam verify tells")
        }
        return attempt
    }
}
