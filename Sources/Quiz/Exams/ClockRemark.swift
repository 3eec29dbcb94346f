package import Scoring

/// Something about the clocks of an attempt that whoever gives the exam should know of.
package enum ClockRemark: Sendable, Equatable {
    /// The clock on the wall was set by so many milliseconds, forward or back.
    case set(by: Int64)
    /// The clock on the wall went otherwise than the machine's own, a little at a time: milliseconds by either.
    case drifted(wall: Int64, machine: Int64)
    /// The machine's own clock, which only goes forward, went back by so many milliseconds.
    case machineWentBack(by: Int64)
    /// The machine was started anew, and the clock on the wall showed less than before, by milliseconds.
    case behindAfterRestart(by: Int64)
    /// The clock on the wall was ahead of the one by which it is looked at, by milliseconds.
    case future(by: Int64)

    /// What the readings of an attempt show, from its beginning to its end.
    ///
    /// - Parameter readings: In their order.
    /// - Returns: Nothing where the clocks went as clocks go.
    package static func all(in readings: [ClockReading]) -> [ClockRemark] {
        var remarks: [ClockRemark] = []
        var (wall, machine): (Int64, Int64) = (0, 0)
        for (before, after) in zip(readings, readings.dropFirst()) {
            let passed = after.wall - before.wall
            guard before.boot == after.boot else {
                if passed < -ExamClock.tolerance { remarks.append(.behindAfterRestart(by: -passed)) }
                continue
            }
            let ran = after.up - before.up
            if ran < 0 {
                if ran < -ExamClock.tolerance { remarks.append(.machineWentBack(by: -ran)) }
            } else if abs(passed - ran) > ExamClock.tolerance {
                remarks.append(.set(by: passed - ran))
            } else {
                wall = ExamClock.sum(wall, passed)
                machine = ExamClock.sum(machine, ran)
            }
        }
        if abs(wall - machine) > max(ExamClock.tolerance, machine / 200) {
            remarks.append(.drifted(wall: wall, machine: machine))
        }
        return remarks
    }

    /// What the last reading of an attempt shows beside the clock by which it is looked at; nil where nothing is amiss.
    package static func future(_ last: ClockReading, lookedAt now: Moment) -> ClockRemark? {
        last.wall > now.milliseconds + ExamClock.tolerance ? .future(by: last.wall - now.milliseconds) : nil
    }
}
