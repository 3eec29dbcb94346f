import Content
import PseudoTerminal
import Quiz
import Testing

/// An attempt that is over, as it is remembered: with the table of its texts before it.
private struct Kept: Packed {
    let attempt: ExamAttempt

    init(attempt: ExamAttempt) { self.attempt = attempt }

    init(unpacking input: inout PackedInput) throws(NotPacked) {
        let table = try TextTable(unpacking: &input)
        attempt = try ExamAttempt(unpacking: &input, table)
    }

    func pack(into output: inout PackedOutput) {
        var (table, rest) = (TextTable(), PackedOutput())
        attempt.pack(into: &rest, &table)
        table.pack(into: &output)
        output.put(allOf: rest)
    }
}

/// Attempts in which anything may be tried at any moment: what may not be changes nothing, and what was taken in leads to
/// the same attempt again.
@Suite struct `Whatever is tried in an attempt` {
    private static let minutes: Int64 = 10
    private static let breaks: Int64 = 90_000

    private static func attempt(_ navigation: Blueprint.Navigation) -> ExamAttempt {
        ExamAttempt(count: 4, minutes: Double(minutes), navigation: navigation, breaks: breaks, grace: 20_000)
    }

    private static func action(using chance: inout Seeded) -> ExamEvent.Action {
        let place = Int.random(in: -1...4, using: &chance)
        let text = ["", "99601", "none"].randomElement(using: &chance) ?? ""
        return switch Int.random(in: 0..<18, using: &chance) {
        case 0: .start
        case 1, 2: .show(place)
        case 3, 4: .answer(place, text)
        case 5, 6: .change(place, text)
        case 7: .flag(place)
        case 8: .unflag(place)
        case 9: .pause
        case 10: .resume
        case 11: .rest
        case 12: .clock(5_000)
        case 13: Int.random(in: 0..<6, using: &chance) == 0 ? .submit : .resume
        case 14: .timeout
        case 15: .late(place, text, written: Int64.random(in: 0...60_000, using: &chance))
        case 16:
            .intervene(
                Intervention(
                    [.extend(Int64.random(in: -1...60_000, using: &chance)), .hold, .release].randomElement(
                        using: &chance)
                        ?? .hold, by: "p", because: nil))
        default: Int.random(in: 0..<4, using: &chance) == 0 ? .give : .show(place)
        }
    }

    /// What has to hold of every attempt at every moment.
    private func check(_ attempt: ExamAttempt, after before: ExamAttempt, _ event: ExamEvent, isTaken: Bool) {
        let now = event.at
        #expect(attempt.left(at: now) >= 0 && attempt.leftWithGrace(at: now) >= attempt.left(at: now))
        #expect((0...Self.breaks).contains(attempt.breakLeft(at: now)))
        #expect(attempt.answers.keys.allSatisfy { (0..<attempt.count).contains($0) })
        #expect(attempt.timesAnswered.keys.sorted() == attempt.answers.keys.sorted())
        #expect(Set(attempt.unanswered).isDisjoint(with: attempt.answers.keys))
        #expect(
            attempt.timeSpent.values.reduce(0, +) <= attempt.limit && attempt.timeSpent.values.allSatisfy { $0 >= 0 })
        if attempt.navigation == .forward { #expect(attempt.current >= before.current) }
        #expect(attempt.late.values.allSatisfy { (0...attempt.grace).contains($0) })
        guard isTaken else { return }
        #expect(!before.isClosed, "nothing is taken in after the end")
        let isWork =
            switch event.action {
            case .answer, .change, .show, .flag, .unflag, .give, .rest: true
            default: false
            }
        if isWork { #expect(before.left(at: now) > 0 && !before.isHeld && !before.isResting, "\(event.action)") }
        if case .extend? = attempt.interventions.last?.deed, attempt.interventions.count > before.interventions.count {
            return
        }
        #expect(attempt.left(at: now) <= before.left(at: now), "time comes back by no other way")
    }

    @Test(arguments: 1...UInt64(Thoroughness.tries(60, full: 600)), [Blueprint.Navigation.free, .forward])
    func `leaves it sound, and follows from what was taken in alone`(seed: UInt64, navigation: Blueprint.Navigation)
        throws
    {
        var chance = Seeded(seed)
        var attempt = Self.attempt(navigation)
        var (elapsed, taken): (Int64, [ExamEvent]) = (0, [])
        for step in 0..<80 {
            elapsed += [0, 1, 500, 5_000, 40_000].randomElement(using: &chance) ?? 0
            let now = ClockReading(wall: 1_700_000_000_000 + elapsed, up: 50_000 + elapsed, boot: "a")
            let event = ExamEvent(step == 0 ? .start : Self.action(using: &chance), at: now)
            let before = attempt
            let isTaken = (try? attempt.take(event)) != nil
            if isTaken { taken.append(event) } else { #expect(Self.same(attempt, before, at: now), "\(event)") }
            check(attempt, after: before, event, isTaken: isTaken)
        }
        var again = Self.attempt(navigation)
        for event in taken { try again.take(event) }
        let end = ClockReading(wall: 1_700_000_000_000 + elapsed, up: 50_000 + elapsed, boot: "a")
        #expect(Self.same(again, attempt, at: end))
    }

    /// What can be asked of two attempts is the same.
    private static func same(_ one: ExamAttempt, _ other: ExamAttempt, at moment: ClockReading) -> Bool {
        one.count == other.count && one.limit == other.limit && one.answers == other.answers
            && one.timesAnswered == other.timesAnswered && one.flagged == other.flagged && one.current == other.current
            && one.phase == other.phase && one.jumps == other.jumps && one.timeSpent == other.timeSpent
            && one.isResting == other.isResting && one.isHeld == other.isHeld && one.late == other.late
            && one.interventions == other.interventions && one.left(at: moment) == other.left(at: moment)
            && one.breakLeft(at: moment) == other.breakLeft(at: moment)
            && one.elapsed(at: moment) == other.elapsed(at: moment)
    }

    /// A closed attempt is remembered as bytes; bytes that nobody wrote give none, or one that does no harm.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `is remembered once it is over`(seed: UInt64) throws {
        var chance = Seeded(seed)
        var attempt = Self.attempt(.free)
        var elapsed: Int64 = 0
        for step in 0..<40 {
            elapsed += 7_000
            let now = ClockReading(wall: 1_700_000_000_000 + elapsed, up: elapsed, boot: "a")
            try? attempt.take(ExamEvent(step == 0 ? .start : Self.action(using: &chance), at: now))
        }
        let end = ClockReading(wall: 1_700_000_000_000 + elapsed, up: elapsed, boot: "a")
        if attempt.isHeld, !attempt.isClosed {
            try attempt.take(ExamEvent(.intervene(Intervention(.release, by: "p", because: nil)), at: end))
        }
        if !attempt.isClosed { try attempt.take(ExamEvent(attempt.left(at: end) > 0 ? .submit : .timeout, at: end)) }
        let bytes = PackedOutput.bytes(of: Kept(attempt: attempt))
        let read = try PackedInput.read(Kept.self, in: bytes).attempt
        #expect(
            read.answers == attempt.answers && read.timesAnswered == attempt.timesAnswered
                && read.phase == attempt.phase)
        #expect(
            read.timeSpent == attempt.timeSpent && read.late == attempt.late
                && read.interventions == attempt.interventions)
        #expect(read.limit == attempt.limit && read.flagged == attempt.flagged && read.jumps == attempt.jumps)
        for count in bytes.indices {
            #expect(throws: NotPacked.self) { try PackedInput.read(Kept.self, in: Array(bytes[..<count])) }
        }
        for place in bytes.indices {
            for byte in [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: .min ... .max, using: &chance)] {
                var changed = bytes
                changed[place] = byte
                guard let harmless = try? PackedInput.read(Kept.self, in: changed).attempt else { continue }
                #expect(
                    harmless.isClosed && (harmless.count > 1_000_000 || harmless.unanswered.count <= harmless.count))
            }
        }
    }
}
