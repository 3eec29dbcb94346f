import Glibc
import Learning
import Stores

/// Figures by hand: durable answers beside what SQLite itself commits on the same disk, and how long opening takes.
enum Measure {
    private static let rounds = 21
    private static let block = 200

    /// Alternates between the records and SQLite itself, so that all meet the same disk, then fills a file.
    static func writing(in folder: String, answers: Int) throws(RecordsError) {
        let records = try SQLiteLearnerStore(path: "\(folder)/records.sqlite")
        var course = try Course(records)
        let oneRow = PlainSQLite(path: "\(folder)/one.sqlite", trees: 1, bytes: 18)
        let sameBytes = PlainSQLite(path: "\(folder)/many.sqlite", trees: 10, bytes: 90)
        let withSums = PlainSQLite(path: "\(folder)/sums.sqlite", trees: 10, bytes: 90, carriesSums: true)
        var ours: [Double] = []
        var one: [Double] = []
        var same: [Double] = []
        var summed: [Double] = []
        for _ in 0..<rounds {
            one.append(seconds { for _ in 0..<block { oneRow.insert() } })
            ours.append(try seconds { () throws(RecordsError) in for _ in 0..<block { try course.answer() } })
            same.append(seconds { for _ in 0..<block { sameBytes.insert() } })
            summed.append(seconds { for _ in 0..<block { withSums.insert() } })
        }
        say("answers with all that follows: \(rate(ours))/s")
        say("one row by SQLite itself: \(rate(one))/s, of which ours is \(share(one, ours)) %")
        say("one row in each of ten trees by SQLite itself: \(rate(same))/s, of which ours is \(share(same, ours)) %")
        say("the same with sums of pages: \(rate(summed))/s, \(share(same, summed)) % of that without")
        let reading = (0..<rounds).map { _ in (seconds { sameBytes.readAll() }, seconds { withSums.readAll() }) }
        let (plain, checked) = (reading.map(\.0).sorted()[rounds / 2], reading.map(\.1).sorted()[rounds / 2])
        say("all of it read in \(checked) s with sums, \(plain) s without")
        let filling = try seconds { () throws(RecordsError) in while course.number < answers { try course.answer() } }
        say("filled to \(course.number) answers in \(filling) s, \(residentKilobytes()) KB resident at most")
        let rebuilding = try seconds { () throws(RecordsError) in
            _ = try records.rebuild(course.learner.id, in: nil, by: Tally())
        }
        say("rebuilt in \(rebuilding) s")
        try records.close()
    }

    /// What a start needs: the file, the learner, the state, and whether an item was seen.
    static func opening(_ path: String, learner name: String) throws(RecordsError) {
        let clock = ContinuousClock()
        let start = clock.now
        let records = try SQLiteLearnerStore(path: path)
        let opened = clock.now
        let learner = try records.learner(named: name, at: Sample.moment(0))
        let state = try records.state(of: learner.id, in: Sample.pack)
        let read = clock.now
        let seen = try records.seen(among: [Sample.item(77).identity], by: learner.id)
        let end = clock.now
        try records.forEachAnswer(of: learner.id, in: Sample.pack) { _, _, _ in }
        let counted = clock.now
        _ = try records.lastAnswers(20, of: learner.id)
        say(
            """
            open \(start.duration(to: opened)), state \(opened.duration(to: read)), \
            seen \(read.duration(to: end)), all \(start.duration(to: end)); \
            \(state.memory.count) memories, seen \(seen), \(residentKilobytes()) KB; \
            all answers \(end.duration(to: counted)), last 20 \(counted.duration(to: clock.now))
            """)
        try records.close()
    }

    private static func seconds<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try body()
        return start.duration(to: clock.now) / .seconds(1)
    }

    /// Transactions a second in the median block.
    private static func rate(_ blocks: [Double]) -> Int {
        Int(Double(block) / blocks.sorted()[blocks.count / 2])
    }

    /// The median share of the floor's rate, block by block.
    private static func share(_ floor: [Double], _ ours: [Double]) -> Int {
        Int((zip(floor, ours).map { $0 / $1 }.sorted()[rounds / 2] * 100).rounded())
    }

    private static func residentKilobytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }
}
