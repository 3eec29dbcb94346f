/// A date, or a span of dates, and where it ends.
struct WrittenDates {
    var dates: DaySpan
    var end: Int
}

/// How dates are written.
///
/// `2026-03-02`, `3/2/2026` and `3/2/26` with the month first as in the United States, `Mar 2, 2026`, `2 March 2026`,
/// eight digits as in an electronic claim, and pairs of digits as on a paper one (`03 02 26`); two of them with `to` or
/// a dash between are the first and the last day of a span.
extension AnswerScanner {
    /// The date or span that stands at a position; nil where none does. What is a date beyond doubt, and not beyond doubt
    /// which, is an error. In columns that make a span, a date in the next one is the last day.
    func dates(at start: Int, isSpanOfColumns: Bool = false) throws(AnswerError) -> WrittenDates? {
        guard let first = try day(at: start) else { return nil }
        guard let last = try lastDay(after: first, isSpanOfColumns) else {
            return WrittenDates(dates: DaySpan(first.day), end: first.end)
        }
        let position = start..<last.end
        guard let dates = DaySpan(from: first.day, through: last.day) else {
            throw error(.datesBackwards(DaySpan(first.day).joined(to: DaySpan(last.day))), at: position)
        }
        guard dates.days <= DaySpan.limit else { throw error(.tooManyDays(limit: DaySpan.limit), at: position) }
        return WrittenDates(dates: dates, end: last.end)
    }

    private func lastDay(after first: WrittenDay, _ isSpanOfColumns: Bool) throws(AnswerError) -> WrittenDay? {
        let position = skippingBlanks(from: first.end)
        let word = word(at: position)
        if Self.spanWords.contains(String(decoding: bytes[word], as: UTF8.self).lowercased()) {
            return try dayDue(at: skippingBlanks(from: word.upperBound))
        }
        if bytes[position...].starts(with: "..".utf8) {
            let behind = bytes[position...].prefix { $0 == UInt8(ascii: ".") }.endIndex
            if let day = try day(at: behind) { return day }
            // Else they are the end of a sentence.
            return isDigit(at: behind) ? try dayDue(at: behind) : nil
        }
        if byte(at: position) == UInt8(ascii: "-") {
            let behind = bytes[position...].prefix { $0 == UInt8(ascii: "-") }.endIndex
            if let day = try day(at: skippingBlanks(from: behind)) { return day }
            return position == first.end && isDigit(at: behind) && code(at: behind) == nil
                ? try dayDue(at: behind) : nil
        }
        if first.isInPairs { return try day(at: position) }
        guard isSpanOfColumns else { return nil }
        let isParted = [UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ";")].contains(byte(at: position))
        return try day(at: isParted ? skippingBlanks(from: position + 1) : position)
    }

    /// Words between the first day and the last.
    private static let spanWords: Set<String> = ["to", "through", "thru", "until", "till"]

    /// The day that has to stand at a position.
    func dayDue(at start: Int) throws(AnswerError) -> WrittenDay {
        if let day = try day(at: start) { return day }
        let month = digits(at: start)
        let day = digits(at: month.upperBound + 1)
        let hasMonthAndDay = month.count <= 2 && !month.isEmpty && byte(at: month.upperBound) == UInt8(ascii: "/")
        if hasMonthAndDay, 1...2 ~= day.count { throw error(.dateWithoutYear, at: start..<day.upperBound) }
        throw error(.dateMalformed, at: word(at: start))
    }

    // MARK: One day

    struct WrittenDay {
        var day: Day
        var end: Int
        var isInPairs = false
    }

    private func day(at start: Int) throws(AnswerError) -> WrittenDay? {
        guard isDigit(at: start) else { return try dayInWords(at: start) }
        if let day = try dayInSigns(at: start) { return day }
        if let day = try dayInPairs(at: start) { return day }
        return try dayInWords(at: start)
    }

    /// Eight digits, or digits with dashes or slashes between them.
    private func dayInSigns(at start: Int) throws(AnswerError) -> WrittenDay? {
        let first = digits(at: start)
        if first.count == 8 { return try dayInEight(first) }
        let sign = byte(at: first.upperBound)
        guard first.count <= 4, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") else { return nil }
        let second = digits(at: first.upperBound + 1)
        guard 1...2 ~= second.count, byte(at: second.upperBound) == sign else { return nil }
        let third = digits(at: second.upperBound + 1)
        guard !third.isEmpty, isEndOfDate(third.upperBound) else { return nil }
        let position = start..<third.upperBound
        switch (first.count, third.count) {
        case (4, 1...2):
            return try day(year: value(first), month: value(second), day: value(third), at: position)
        case (1...2, 4):
            return try monthFirst(value(first), value(second), year: value(third), at: position)
        case (1...2, 2):
            // With dashes, or with numbers that fit no other way, the year could stand first.
            guard sign == UInt8(ascii: "/"), value(first) <= 12, let year = year(ofTwoDigits: third) else {
                throw error(.dateDoubtful, at: position)
            }
            return try monthFirst(value(first), value(second), year: year, at: position)
        default: return nil
        }
    }

    /// The year stands first in an electronic claim, and last in some others; no month is as great as a century.
    private func dayInEight(_ digits: Range<Int>) throws(AnswerError) -> WrittenDay? {
        guard isEndOfDate(digits.upperBound) else { return nil }
        let start = digits.lowerBound
        let isYearFirst = 1_900...2_099 ~= value(start..<start + 4)
        let parts =
            isYearFirst
            ? (year: start..<start + 4, month: start + 4..<start + 6, day: start + 6..<start + 8)
            : (year: start + 4..<start + 8, month: start..<start + 2, day: start + 2..<start + 4)
        guard 1_900...2_099 ~= value(parts.year), 1...12 ~= value(parts.month) else { return nil }
        return try day(year: value(parts.year), month: value(parts.month), day: value(parts.day), at: digits)
    }

    /// Month, day and year in pairs with spaces between, or twice that for a span, and nothing that could be one of them
    /// beside.
    private func dayInPairs(at start: Int) throws(AnswerError) -> WrittenDay? {
        var run: [Range<Int>] = []
        var position = start
        while run.count < 7 {
            let word = word(at: position)
            guard word.count == 2 || word.count == 4 && run.count % 3 == 2, digits(at: position) == word else { break }
            run.append(word)
            position = skippingBlanks(from: word.upperBound)
        }
        guard run.count > 2, 1...12 ~= value(run[0]), 1...31 ~= value(run[1]) else { return nil }
        guard run.count % 3 == 0, let year = run[2].count == 4 ? value(run[2]) : year(ofTwoDigits: run[2]) else {
            throw error(.dateDoubtful, at: start..<run[run.count - 1].upperBound)
        }
        var written = try day(year: year, month: value(run[0]), day: value(run[1]), at: start..<run[2].upperBound)
        written.isInPairs = run.count == 6
        return written
    }

    /// The month by its name, before the day of the month or behind it.
    private func dayInWords(at start: Int) throws(AnswerError) -> WrittenDay? {
        var position = start
        let month: Int
        let day: Int
        if isDigit(at: start) {
            guard let number = dayOfMonth(at: &position) else { return nil }
            skip(UInt8(ascii: "-"), at: &position)
            guard let name = monthByName(at: &position) else { return nil }
            (month, day) = (name, number)
        } else {
            guard let name = monthByName(at: &position) else { return nil }
            skip(UInt8(ascii: "-"), at: &position)
            guard let number = dayOfMonth(at: &position) else { return nil }
            (month, day) = (name, number)
        }
        let end = position
        skip(UInt8(ascii: ","), at: &position)
        skip(UInt8(ascii: "-"), at: &position)
        let year = digits(at: position)
        guard year.count == 4, isEndOfDate(year.upperBound) else { throw error(.dateWithoutYear, at: start..<end) }
        return try self.day(year: value(year), month: month, day: day, at: start..<year.upperBound)
    }

    /// A number of one or two digits, `2nd` too.
    private func dayOfMonth(at position: inout Int) -> Int? {
        let digits = digits(at: position)
        guard 1...2 ~= digits.count else { return nil }
        position = digits.upperBound
        let ending = word(at: position)
        if ending.count == 2,
            ["st", "nd", "rd", "th"].contains(String(decoding: bytes[ending], as: UTF8.self).lowercased())
        {
            position = ending.upperBound
        }
        return value(digits)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The first three letters of a word of at least as many, small, so that most words are told from a month at once.
    private static func beginning(of word: some Sequence<UInt8>) -> UInt32 {
        word.prefix(3).reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
    }

    private static let monthBeginnings = months.map { beginning(of: $0.utf8) }

    private func monthByName(at position: inout Int) -> Int? {
        let name = bytes[position...].prefix(while: \.isASCIILetter)
        guard 3...9 ~= name.count, Self.monthBeginnings.contains(Self.beginning(of: name)) else { return nil }
        let text = String(decoding: name, as: UTF8.self).lowercased()
        let month = Self.months.firstIndex {
            $0 == text || $0.prefix(3) == text || $0.prefix(4) == text && text == "sept"
        }
        guard let month else { return nil }
        position = name.endIndex
        skip(UInt8(ascii: "."), at: &position)
        return month + 1
    }

    // MARK: Its parts

    private func monthFirst(_ month: Int, _ day: Int, year: Int, at position: Range<Int>) throws(AnswerError)
        -> WrittenDay
    {
        if month > 12, let meant = Day(year: year, month: day, day: month) {
            throw error(.dayFirst(meant), at: position)
        }
        return try self.day(year: year, month: month, day: day, at: position)
    }

    private func day(year: Int, month: Int, day: Int, at position: Range<Int>) throws(AnswerError) -> WrittenDay {
        guard let day = Day(year: year, month: month, day: day) else { throw error(.noSuchDay, at: position) }
        return WrittenDay(day: day, end: position.upperBound)
    }

    /// Two digits from 50 on could be those of a year long past.
    private func year(ofTwoDigits digits: Range<Int>) -> Int? { value(digits) < 50 ? 2_000 + value(digits) : nil }

    private func digits(at start: Int) -> Range<Int> { word(at: start).prefix { bytes[$0].isASCIIDigit } }

    private func value(_ digits: Range<Int>) -> Int {
        digits.reduce(0) { $0 * 10 + Int(bytes[$1] - UInt8(ascii: "0")) }
    }

    /// Whether nothing goes on there but, at most, a count.
    private func isEndOfDate(_ position: Int) -> Bool {
        word(at: position).isEmpty || isX(at: position) && isDigit(at: position + 1)
    }

    func skippingBlanks(from start: Int) -> Int { start + bytes[start...].prefix { $0.isBlank }.count }

    /// Skips blanks, with a sign among them or without.
    private func skip(_ sign: UInt8, at position: inout Int) {
        position = skippingBlanks(from: position)
        if byte(at: position) == sign { position = skippingBlanks(from: position + 1) }
    }

    private func error(_ reason: AnswerError.Reason, at position: Range<Int>) -> AnswerError {
        AnswerError(reason: reason, offset: position.lowerBound, length: max(position.count, 1))
    }
}
