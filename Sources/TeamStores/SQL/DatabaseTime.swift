import Machine
import Scoring
import Synchronization

/// The time of a database, which all nodes go by: none of them gives a candidate more than another, whatever its own
/// clock shows. It is asked once a second; between, this machine's uptime, which nobody can set, tells how long ago.
final class DatabaseTime: TimeSource {
    private let database: any SQLDatabase
    private let machine: any TimeSource
    private let known = Mutex<Known?>(nil)

    private struct Known {
        /// What the database's clock showed, in milliseconds.
        let shown: Int64
        /// The machine's uptime then.
        let uptime: Int64
        /// The latest time that was told.
        var latest: Int64
    }

    private static let lasts: Int64 = 1_000

    init(of database: any SQLDatabase, machine: any TimeSource = MachineTime()) {
        self.database = database
        self.machine = machine
    }

    var now: Moment { Moment(milliseconds: told) }
    /// The same clock: it counts for the time that has passed, and where it goes back none has.
    var uptime: Int64 { told }
    let boot = "database"
    let zone: any Zone = FixedZone.utc

    private var told: Int64 {
        let uptime = machine.uptime
        let isDue = known.withLock { known in known.map { uptime - $0.uptime >= Self.lasts } ?? true }
        let shown = isDue ? asked : nil
        return known.withLock { known in
            if let shown { known = Known(shown: shown, uptime: uptime, latest: known?.latest ?? shown) }
            // A database that cannot be asked takes no answers either; its time goes on meanwhile.
            guard var last = known else { return machine.now.milliseconds }
            last.latest = max(last.latest, last.shown + machine.uptime - last.uptime)
            known = last
            return last.latest
        }
    }

    private var asked: Int64? {
        let sql = "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
        return try? database.read { try $0.run(sql, []).first?.integer(0) }
    }
}
