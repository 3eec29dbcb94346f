import Content
import Quiz
import Testing

@Suite struct `An attempt` {
    private func moment(_ seconds: Int64, wall: Int64? = nil, boot: String = "a") -> ClockReading {
        ClockReading(wall: 1_700_000_000_000 + (wall ?? seconds) * 1_000, up: 50_000 + seconds * 1_000, boot: boot)
    }

    private func attempt(
        _ events: [(ExamEvent.Action, ClockReading)], navigation: Blueprint.Navigation = .free
    ) throws -> ExamAttempt {
        var attempt = ExamAttempt(count: 4, minutes: 10, navigation: navigation)
        for (action, moment) in events { try attempt.take(ExamEvent(action, at: moment)) }
        return attempt
    }

    @Test func `follows from its events`() throws {
        let attempt = try attempt([
            (.start, moment(0)), (.answer(0, "99601"), moment(30)), (.show(2), moment(40)), (.flag(2), moment(45)),
            (.answer(2, "b"), moment(60)), (.show(0), moment(70)), (.change(0, "99602"), moment(80)),
            (.show(2), moment(81)), (.unflag(2), moment(82)), (.submit, moment(100)),
        ])
        #expect(attempt.answers == [0: "99602", 2: "b"])
        #expect(attempt.unanswered == [1, 3])
        #expect(attempt.flagged == [])
        #expect(attempt.phase == .submitted)
        #expect(attempt.timeSpent == [0: 51_000, 2: 49_000])
    }

    @Test func `loses its time while nobody sits it`() throws {
        let attempt = try attempt([(.start, moment(0)), (.pause, moment(60)), (.resume, moment(300))])
        #expect(attempt.left(at: moment(300)) == 300_000)
        #expect(attempt.timeSpent == [0: 60_000])
        #expect(attempt.left(at: moment(601)) == 0)
    }

    @Test func `stands still in breaks, as long as any are left`() throws {
        func begun(_ events: [(ExamEvent.Action, ClockReading)]) throws -> ExamAttempt {
            var attempt = ExamAttempt(count: 4, minutes: 10, navigation: .free, breaks: 120_000)
            for (action, moment) in [(.start, moment(0))] + events { try attempt.take(ExamEvent(action, at: moment)) }
            return attempt
        }
        let back = try begun([(.rest, moment(60)), (.resume, moment(150)), (.answer(0, "99601"), moment(180))])
        #expect(back.left(at: moment(180)) == 510_000 && back.breakLeft(at: moment(180)) == 30_000)
        #expect(back.timeSpent == [0: 90_000] && !back.isResting)
        // Whoever stays longer than there are breaks, or leaves meanwhile, loses the rest of the time and no more.
        let long = try begun([(.rest, moment(60)), (.pause, moment(90)), (.resume, moment(300))])
        #expect(long.left(at: moment(300)) == 420_000 && long.breakLeft(at: moment(300)) == 0)
        let resting = try begun([(.rest, moment(60))])
        #expect(resting.left(at: moment(120)) == 540_000 && resting.breakLeft(at: moment(120)) == 60_000)
        #expect(resting.left(at: moment(720)) == 0 && resting.left(at: moment(719)) == 1_000)
        #expect(throws: ExamRefusal.onBreak) { _ = try begun([(.rest, moment(60)), (.answer(0, "x"), moment(61))]) }
        #expect(throws: ExamRefusal.noBreak) { _ = try attempt([(.start, moment(0)), (.rest, moment(60))]) }
        #expect(throws: ExamRefusal.noBreak) {
            _ = try begun([(.rest, moment(60)), (.resume, moment(200)), (.rest, moment(201))])
        }
        #expect(try begun([(.rest, moment(60)), (.submit, moment(61))]).phase == .submitted)
    }

    private func done(_ deed: Intervention.Deed) -> ExamEvent.Action {
        .intervene(Intervention(deed, by: "cy", because: "the alarm rang"))
    }

    @Test func `has more time where whoever watches gives it, as long as there is any`() throws {
        var attempt = try attempt([(.start, moment(0)), (done(.extend(300_000)), moment(590))])
        #expect(attempt.limit == 900_000 && attempt.left(at: moment(600)) == 300_000)
        try attempt.take(ExamEvent(.answer(0, "99601"), at: moment(899)))
        #expect(attempt.timeSpent == [0: 899_000])
        for time in [0, -1, 36_000_001] as [Int64] {
            #expect(throws: ExamRefusal.outOfOrder) {
                try attempt.take(ExamEvent(done(.extend(time)), at: moment(899)))
            }
        }
        for deed in [.extend(60_000), .hold, .release] as [Intervention.Deed] {
            #expect(throws: ExamRefusal.timeIsOver) { try attempt.take(ExamEvent(done(deed), at: moment(900))) }
        }
        #expect(attempt.interventions == [Intervention(.extend(300_000), by: "cy", because: "the alarm rang")])
    }

    @Test func `stands still while whoever watches holds it, and breaks with it`() throws {
        var attempt = ExamAttempt(count: 4, minutes: 10, navigation: .free, breaks: 120_000)
        for (action, second) in [(.start, 0), (.rest, 60), (done(.hold), 100)] as [(ExamEvent.Action, Int64)] {
            try attempt.take(ExamEvent(action, at: moment(second)))
        }
        #expect(attempt.left(at: moment(5_000)) == 540_000 && attempt.breakLeft(at: moment(5_000)) == 80_000)
        for action in [.answer(0, "a"), .show(1), .flag(1), .rest, .give] as [ExamEvent.Action] {
            #expect(throws: ExamRefusal.held) { try attempt.take(ExamEvent(action, at: moment(5_000))) }
        }
        #expect(throws: ExamRefusal.held) { try attempt.take(ExamEvent(done(.hold), at: moment(5_000))) }
        #expect(throws: ExamRefusal.outOfOrder) { try attempt.take(ExamEvent(.timeout, at: moment(5_000))) }
        try attempt.take(ExamEvent(.resume, at: moment(6_000)))
        try attempt.take(ExamEvent(done(.release), at: moment(7_000)))
        #expect(attempt.left(at: moment(7_010)) == 530_000 && attempt.breakLeft(at: moment(7_010)) == 80_000)
        #expect(throws: ExamRefusal.notHeld) { try attempt.take(ExamEvent(done(.release), at: moment(7_010))) }
        try attempt.take(ExamEvent(.answer(0, "a"), at: moment(7_010)))
        #expect(attempt.timeSpent == [0: 70_000])
    }

    @Test func `takes in after its time what was written in it, within the grace and no longer`() throws {
        func over(_ grace: Int64, _ events: [(ExamEvent.Action, Int64)]) throws -> ExamAttempt {
            var attempt = ExamAttempt(count: 4, minutes: 10, navigation: .free, grace: grace)
            for (action, second) in [(.start, 0), (.answer(0, "a"), 10)] + events {
                try attempt.take(ExamEvent(action, at: moment(second)))
            }
            return attempt
        }
        let late = try over(60_000, [(.late(0, "b", written: 30_001), 630), (.late(1, "c", written: 61_000), 660)])
        #expect(late.answers == [0: "b", 1: "c"] && late.timesAnswered == [0: 2, 1: 1])
        #expect(late.late == [0: 30_000, 1: 60_000] && late.timeSpent == [0: 600_000])
        #expect(try over(60_000, []).leftWithGrace(at: moment(630)) == 30_000)
        #expect(late.leftWithGrace(at: moment(661)) == 0)
        for (grace, written, second) in [
            (60_000, 30_000, 630), (60_000, 90_000, 661), (0, 10_000, 601), (60_000, -1, 601),
        ] as [(Int64, Int64, Int64)] {
            #expect(throws: ExamRefusal.timeIsOver) {
                _ = try over(grace, [(.late(0, "b", written: written), second)])
            }
        }
        #expect(throws: ExamRefusal.outOfOrder) { _ = try over(60_000, [(.late(0, "b", written: 9), 599)]) }
        #expect(throws: ExamRefusal.timeIsOver) { _ = try over(60_000, [(.change(0, "b"), 601)]) }
        #expect(throws: ExamRefusal.noSuchItem) { _ = try over(60_000, [(.late(4, "b", written: 9_000), 601)]) }
        #expect(throws: ExamRefusal.closed) {
            _ = try over(60_000, [(.timeout, 601), (.late(0, "b", written: 9_000), 602)])
        }
    }

    @Test(arguments: [-3_600, 3_600] as [Int64])
    func `gains and loses nothing by a clock that is set`(seconds: Int64) throws {
        var attempt = try attempt([(.start, moment(0)), (.show(1), moment(10))])
        let later = moment(70, wall: 70 + seconds)
        #expect(attempt.jump(at: later) == seconds * 1_000)
        try attempt.take(ExamEvent(.clock(seconds * 1_000), at: later))
        #expect(attempt.left(at: later) == 530_000)
        #expect(attempt.jump(at: moment(80, wall: 80 + seconds)) == nil)
        #expect(attempt.jumps == 1)
    }

    @Test func `goes by the wall over a restart of the machine, unless it went back`() throws {
        let attempt = try attempt([(.start, moment(0)), (.show(1), moment(10))])
        let after = ClockReading(wall: 1_700_000_000_000 + 130_000, up: 5_000, boot: "b")
        #expect(attempt.left(at: after) == 600_000 - 130_000)
        #expect(attempt.jump(at: after) == nil)
        let before = ClockReading(wall: 1_700_000_000_000 - 900_000, up: 5_000, boot: "b")
        #expect(attempt.left(at: before) == 590_000)
        #expect(attempt.jump(at: before) == -910_000)
    }

    @Test func `takes nothing after its time but the end`() throws {
        var attempt = try attempt([(.start, moment(0)), (.answer(0, "a"), moment(599))])
        #expect(throws: ExamRefusal.outOfOrder) { try attempt.take(ExamEvent(.timeout, at: moment(599))) }
        for action in [.answer(1, "b"), .change(0, "b"), .show(1), .flag(1), .submit] as [ExamEvent.Action] {
            #expect(throws: ExamRefusal.timeIsOver) { try attempt.take(ExamEvent(action, at: moment(600))) }
        }
        try attempt.take(ExamEvent(.timeout, at: moment(700)))
        #expect(attempt.phase == .timedOut && attempt.answers == [0: "a"])
        #expect(throws: ExamRefusal.closed) { try attempt.take(ExamEvent(.resume, at: moment(701))) }
    }

    @Test func `knows only the way forward where there is no other`() throws {
        var attempt = try attempt([(.start, moment(0)), (.show(1), moment(1))], navigation: .forward)
        #expect(throws: ExamRefusal.forwardOnly) { try attempt.take(ExamEvent(.show(0), at: moment(2))) }
        #expect(throws: ExamRefusal.forwardOnly) { try attempt.take(ExamEvent(.answer(0, "a"), at: moment(2))) }
        try attempt.take(ExamEvent(.answer(1, "a"), at: moment(2)))
    }

    @Test func `refuses what cannot be`() throws {
        var attempt = try attempt([])
        #expect(throws: ExamRefusal.outOfOrder) { try attempt.take(ExamEvent(.show(1), at: moment(0))) }
        try attempt.take(ExamEvent(.start, at: moment(0)))
        #expect(throws: ExamRefusal.outOfOrder) { try attempt.take(ExamEvent(.start, at: moment(0))) }
        #expect(throws: ExamRefusal.noSuchItem) { try attempt.take(ExamEvent(.show(4), at: moment(0))) }
        #expect(throws: ExamRefusal.outOfOrder) { try attempt.take(ExamEvent(.change(0, "a"), at: moment(0))) }
    }
}
