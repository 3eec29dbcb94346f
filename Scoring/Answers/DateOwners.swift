/// A date whose line is not known yet.
struct WaitingDates {
    let dates: DaySpan
    let position: Range<Int>
    /// What parts it from the line before.
    let gap: AnswerGap
    /// Whether a word stands before it, such as `on`.
    let hasSign: Bool
    /// Whether it can belong to the line before.
    let mayGoBack: Bool
}

/// The dates of an answer, as far as it has been read.
struct AnswerDates {
    var waiting: WaitingDates?
    /// What has parted what follows from the newest date.
    var gap = AnswerGap.none
    /// Where the newest line's date stands.
    var newest: (position: Range<Int>, isBefore: Bool)?
    /// A date before the line that the newest one follows without any.
    var heading: Range<Int>?
    /// A date between two codes that belongs to the first of them only if the last code has its date behind it too.
    var doubt: (position: Range<Int>, first: Code, second: Code)?
    /// Whether two columns of a table have the first and the last day.
    var isSpanOfColumns = false
    /// Whether there is any.
    var areAny = false
}

/// Whose a date is.
///
/// As with counts, it belongs to the line from which less parts it. One line's date is never taken for another's: where
/// it could be that of several lines, it is asked about.
extension AnswerParser {
    /// The date or span that stands at a position; false where none does.
    mutating func readDates(at start: Int, hasSign: Bool = false) throws(AnswerError) -> Bool {
        guard let written = try scanner.dates(at: start, isSpanOfColumns: dates.isSpanOfColumns) else { return false }
        let position = start..<written.end
        if let before = dates.waiting {
            guard before.mayGoBack, dates.gap > .none else { throw error(.datesTwice, at: position) }
            try settle(before)
        } else if dates.newest?.isBefore == false, dates.gap == .none {
            throw error(.datesTwice, at: position)
        }
        let mayGoBack = !lines.isEmpty && dates.newest == nil && (waiting?.mayCountBack ?? !isJoined)
        let found = WaitingDates(
            dates: written.dates, position: position, gap: max(gap, waiting?.gap ?? .none), hasSign: hasSign,
            mayGoBack: mayGoBack)
        dates.areAny = true
        dates.gap = .none
        isAtRowStart = false
        scanner.position = written.end
        dates.waiting = found
        if hasSign, mayGoBack, found.gap == .none { try settle(found) }
        return true
    }

    /// `on`, `DOS` or `from`, each before its date; alone, they head a column.
    mutating func readDateLabel() throws(AnswerError) {
        let label = scanner.start..<scanner.position
        let isHead = scanner.bytes[label].count > 2
        var position = skippingDateLabels(from: label.upperBound)
        if scanner.byte(at: position) == UInt8(ascii: ":") || scanner.byte(at: position) == UInt8(ascii: "=") {
            position = scanner.skippingBlanks(from: position + 1)
        }
        if try readDates(at: position, hasSign: true) { return }
        if scanner.isDigit(at: position), scanner.code(at: position) == nil { _ = try scanner.dayDue(at: position) }
        guard isHead, lines.isEmpty, waiting == nil, !dates.areAny else { throw error(.unexpected, at: label) }
        scanner.position = position
        let isParted = [UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ";")].contains(scanner.byte(at: position))
        let next = isParted ? scanner.skippingBlanks(from: position + 1) : position
        let word = scanner.word(at: next)
        guard ["to", "through", "thru"].contains(String(decoding: scanner.bytes[word], as: UTF8.self).lowercased())
        else { return }
        dates.isSpanOfColumns = true
        scanner.position = skippingDateLabels(from: word.upperBound)
    }

    /// Past words such as `date of service`.
    private func skippingDateLabels(from start: Int) -> Int {
        var position = scanner.skippingBlanks(from: start)
        while true {
            let word = scanner.word(at: position)
            switch AnswerWord(scanner.bytes[word]) {
            case .date, .of: position = scanner.skippingBlanks(from: word.upperBound)
            default: return position
            }
        }
    }

    /// The dates that wait for a code that has just been read, unless they belong to the line before.
    mutating func datesBefore(_ code: Code) throws(AnswerError) -> DaySpan? {
        guard let date = dates.waiting else {
            try checkHeading()
            if let newest = dates.newest, newest.isBefore { dates.heading = newest.position }
            dates.newest = nil
            return nil
        }
        if date.mayGoBack, dates.gap >= date.gap {
            if dates.gap == date.gap, let last = lines.last {
                dates.doubt = dates.doubt ?? (date.position, last.code, code)
            }
            try settle(date)
            dates.newest = nil
            return nil
        }
        try checkHeading()
        if date.mayGoBack, date.hasSign, date.gap < .semicolon, let last = lines.last {
            throw error(.datesOfEither(last.code, code), at: date.position)
        }
        if dates.newest != nil, dates.gap > date.gap { throw error(.datesTwice, at: date.position) }
        dates.waiting = nil
        dates.newest = (date.position, isBefore: true)
        return date.dates
    }

    /// Gives a date to the line before it.
    mutating func settle(_ date: WaitingDates) throws(AnswerError) {
        let line = lines.count - 1
        let isTied =
            !newestLine.isJoined && date.gap < newestLine.gap && (!date.hasSign || newestLine.gap >= .semicolon)
        if line > 0, lines[line - 1].dates == nil, !isTied { throw error(.datesOfSeveral, at: date.position) }
        lines[line].dates = date.dates
        dates.heading = nil
        dates.newest = (date.position, isBefore: false)
        dates.waiting = nil
    }

    /// Whoever heads lines with a date once means it for some of them, and does not say for which.
    private func checkHeading() throws(AnswerError) {
        if let heading = dates.heading { throw error(.datesOfSeveral, at: heading) }
    }

    mutating func settleLastDates() throws(AnswerError) {
        if let date = dates.waiting {
            guard date.mayGoBack else {
                throw error(dates.newest == nil ? .dateWithoutCode : .datesTwice, at: date.position)
            }
            try settle(date)
        }
        try checkHeading()
        guard let doubt = dates.doubt, dates.newest?.isBefore != false else { return }
        throw error(.datesOfEither(doubt.first, doubt.second), at: doubt.position)
    }
}
