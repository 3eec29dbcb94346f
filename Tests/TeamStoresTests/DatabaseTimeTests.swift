import Machine
import Scoring
import Synchronization
import Testing

@testable import TeamStores

/// A database of which only the clock is asked, and how often.
private final class ShownClock: SQLDatabase, SQLConnection {
    let dialect = SQLDialect.postgresql
    private let state = Mutex<(shown: Int64?, asked: Int)>((nil, 0))

    /// What the clock shows; nil while nobody reaches it.
    func show(_ milliseconds: Int64?) { state.withLock { $0.shown = milliseconds } }
    var asked: Int { state.withLock { $0.asked } }

    func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        try state.withLock { state in
            state.asked += 1
            guard let shown = state.shown else { throw DatabaseFault.unavailable("gone") }
            return [SQLRow(values: [.integer(shown)])]
        }
    }

    func runScript(_ sql: String) throws {}
    func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result { try body(self) }
    func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result { try body(self) }
    func close() throws {}
}

@Suite struct `The time of a database` {
    private let clock = ShownClock()
    /// The machine's own clock is an hour ahead, and nobody goes by it.
    private let machine = SetTime(Moment(milliseconds: 4_600_000), uptime: 50)
    private let time: DatabaseTime

    init() { time = DatabaseTime(of: clock, machine: machine) }

    private var now: Int64 { time.now.milliseconds }

    @Test func `is asked once a second, and goes on between`() {
        clock.show(1_000_000)
        #expect(now == 1_000_000 && clock.asked == 1)
        machine.pass(milliseconds: 400)
        #expect(now == 1_000_400 && time.uptime == 1_000_400 && clock.asked == 1)
        clock.show(1_001_100)
        machine.pass(milliseconds: 599)
        #expect(now == 1_000_999 && clock.asked == 1)
        machine.pass(milliseconds: 1)
        #expect(now == 1_001_100 && clock.asked == 2)
        machine.set(Moment(milliseconds: 0))
        #expect(now == 1_001_100, "whoever sets the machine's clock gains nothing")
    }

    @Test func `stands still where the database's goes back, until it is there again`() {
        clock.show(1_000_000)
        #expect(now == 1_000_000)
        clock.show(997_000)
        machine.pass(milliseconds: 1_000)
        #expect(now == 1_000_000)
        machine.pass(milliseconds: 900)
        #expect(now == 1_000_000)
        clock.show(999_000)
        machine.pass(milliseconds: 1_100)
        #expect(now == 1_000_000)
        clock.show(1_000_500)
        machine.pass(milliseconds: 1_500)
        #expect(now == 1_000_500)
    }

    @Test func `goes on while nobody reaches the database`() {
        clock.show(1_000_000)
        #expect(now == 1_000_000)
        clock.show(nil)
        machine.pass(milliseconds: 60_000)
        #expect(now == 1_060_000)
        clock.show(1_060_020)
        #expect(now == 1_060_020)
    }

    @Test func `is the machine's where the database was never reached`() {
        #expect(now == 4_600_000 && time.boot == "database")
        clock.show(1_000_000)
        #expect(now == 1_000_000)
    }
}
