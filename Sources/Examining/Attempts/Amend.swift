import Audit
import Machine
import Scoring

extension Exams {
    /// Adds to an attempt whose log is closed, and enters it in the register.
    ///
    /// - Parameters:
    ///   - attempt: As it was looked at.
    ///   - person: Who answers for it.
    ///   - reason: Why, as the candidate is told.
    ///   - isKept: Whether it is kept; else it is only told what would come of it.
    ///   - deed: What follows from the addenda that the attempt has.
    /// - Returns: The attempt as it stands then.
    /// - Throws: `ExamError` where it cannot be kept, or something else was added in the meantime.
    func amend(
        _ attempt: StoredAttempt, by person: String, because reason: String, isKept: Bool = true,
        _ deed: Addendum.Deed
    ) throws(ExamError) -> StoredAttempt {
        if isKept { try checkGrader(person) }
        let addendum = Addendum(deed, at: time.now, by: person, because: reason)
        if isKept {
            try keep(addendum, of: attempt) { end throws(ExamError) in try enter(.amended, of: attempt.id, end) }
        } else {
            _ = try attempt.closedHead
        }
        return attempt.adding(addendum)
    }

    /// Adds to the log of an attempt that is closed.
    ///
    /// - Parameters:
    ///   - addendum: What follows from the addenda that the attempt has.
    ///   - attempt: As it was looked at.
    ///   - enter: Enters in the register where the addenda end.
    /// - Throws: `ExamError` where it cannot be kept, or something else was added in the meantime.
    func keep(
        _ addendum: Addendum, of attempt: StoredAttempt, entering enter: (LogEnd) throws(ExamError) -> Void
    ) throws(ExamError) {
        var isFollowed = false
        let end = try add(to: .addenda(attempt.name), after: attempt.closedHead.hash) { (known: [Addendum]) in
            isFollowed = known.count == attempt.addenda.count
            return isFollowed ? addendum : nil
        }
        try enter(end)
        guard isFollowed else {
            throw ExamError(.changed, "something else was added to \(attempt.name) just now", mend: "call again")
        }
    }
}

extension StoredAttempt {
    /// The signed end of its log.
    ///
    /// - Throws: `ExamError` where it is open.
    fileprivate var closedHead: Head {
        get throws(ExamError) {
            guard let head else {
                throw ExamError(.invalid, "\(name) is not closed yet; nothing can be added to it")
            }
            return head
        }
    }
}

/// An attempt before and after something was added to it.
package struct Amended: Sendable {
    /// As it was.
    package let before: StoredAttempt
    /// As it is then.
    package let after: StoredAttempt
}

extension Exams {
    /// Gives points for an item, or takes them where they are less than 0.
    ///
    /// - Parameters:
    ///   - points: Millionths of the item's worth, from -1,000,000 to 1,000,000.
    ///   - item: Its number in the form, from 1.
    ///   - name: The attempt's.
    ///   - person: Who answers for it.
    ///   - reason: Why, as the candidate is told.
    /// - Returns: The attempt before and after.
    /// - Throws: `ExamError` where the attempt is not sound or not closed, has no such item, or the item has all its
    ///   points, or none, already.
    package func credit(
        _ points: Int, for item: Int, of name: String, by person: String, because reason: String
    ) throws(ExamError) -> Amended {
        let attempt = try amendable(name)
        guard attempt.form.items.indices.contains(item - 1) else {
            throw ExamError(
                .notFound, "there is no item \(item)", mend: "they run from 1 to \(attempt.form.items.count)")
        }
        let deed = Addendum.Deed.credit(item: item, points: points)
        let after = try amend(attempt, by: person, because: reason, isKept: false, deed)
        guard after.result?.fractions != attempt.result?.fractions else {
            throw ExamError(.invalid, "item \(item) has \(points < 0 ? "no points" : "all its points") already")
        }
        return Amended(before: attempt, after: try amend(attempt, by: person, because: reason, deed))
    }

    /// Takes back what was added to an attempt before.
    ///
    /// - Parameters:
    ///   - number: The addendum's, from 1.
    ///   - name: The attempt's.
    ///   - person: Who answers for it.
    ///   - reason: Why, as the candidate is told.
    /// - Returns: The attempt before and after.
    /// - Throws: `ExamError` where the attempt is not sound or not closed, has no such addendum, or it was taken back
    ///   before.
    package func undo(
        _ number: Int, of name: String, by person: String, because reason: String
    ) throws(ExamError) -> Amended {
        let attempt = try amendable(name)
        guard attempt.addenda.indices.contains(number - 1) else {
            throw ExamError(
                .notFound, "\(attempt.name) has no addendum \(number)", mend: "exam verify shows those it has")
        }
        guard attempt.addenda.areInForce[number - 1] else {
            throw ExamError(.invalid, "addendum \(number) was taken back before")
        }
        return Amended(before: attempt, after: try amend(attempt, by: person, because: reason, .undo(number)))
    }

    /// An attempt to which something can be added: it is sound, and closed.
    private func amendable(_ name: String) throws(ExamError) -> StoredAttempt {
        let audit = try audit(named(name))
        if let problem = audit.problems.first {
            throw ExamError(
                .checkFailed, "nothing is added to \(audit.location): \(problem.check.rawValue): \(problem.message)")
        }
        guard let attempt = audit.attempt, attempt.head != nil else {
            throw ExamError(.invalid, "\(audit.location) is not closed yet; nothing can be added to it")
        }
        return attempt
    }
}
