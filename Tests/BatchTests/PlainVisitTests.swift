import Batch
import BundledPacks
import Content
import Scoring
import Testing

@Suite struct `A plain visit` {
    private let pack: Pack

    init() throws { pack = try visitPack() }

    @Test func `takes minutes, or a start and a stop`() throws {
        #expect(try visitTime(minutes: nil, start: nil, stop: nil) == nil)
        for minutes in [0, 1, 60, 1_440] {
            #expect(try visitTime(minutes: minutes, start: nil, stop: nil) == .minutes(minutes))
        }
        let (start, stop) = (try #require(ClockTime("22:30")), try #require(ClockTime("01:00")))
        #expect(try visitTime(minutes: nil, start: "22:30", stop: "01:00") == .clock(start: start, stop: stop))
    }

    @Test(
        arguments: [
            (-1, nil, nil, "minutes are 0 to 1440, not -1"), (1_441, nil, nil, "minutes are 0 to 1440, not 1441"),
            (nil, "09:00", nil, "start and stop go together"), (nil, nil, "09:00", "start and stop go together"),
            (nil, "9 am", "10:00", "9 am is not a time such as 09:00 or 14:30"),
            (nil, "09:00", "24:01", "24:01 is not a time such as 09:00 or 14:30"),
            (nil, "10:00", "10:00", "the visit starts and stops at 10:00; one of the times is wrong"),
        ] as [(Int?, String?, String?, String)])
    func `has no other time`(minutes: Int?, start: String?, stop: String?, message: String) {
        #expect(throws: Unscored(message)) { try visitTime(minutes: minutes, start: start, stop: stop) }
    }

    @Test func `is of the pack's own family, or of the one that bills a code`() throws {
        let policy = try pack.policy(named: nil)
        #expect(policy.id == pack.defaultPolicy)
        for (primary, first) in [(nil, "99601"), ("99601", "99601"), ("99602", "99601"), ("99506", "99506")] {
            let visit = try pack.visit(of: .minutes(60), primary: primary, under: policy)
            let claim = derive(visit, under: pack.rules(under: policy)).claim
            #expect(claim.lines.first?.code.description == first, "\(primary ?? "none"): \(claim)")
        }
    }

    @Test func `says what it does not find, and what may have been meant`() {
        #expect { try pack.policy(named: "full-hours") } throws: { isMissing($0, "policy full-hours", "full-hour") }
        #expect { try pack.scenario(named: "ra-biologics") } throws: { isMissing($0, "ra-biologics", "ra-biologic") }
        #expect { try pack.visit(of: .minutes(60), primary: "99600", under: pack.policies[0]) } throws: {
            isMissing($0, "family with the code 99600", "99601")
        }
        #expect { try pack.visit(of: .minutes(60), primary: "no code", under: pack.policies[0]) } throws: {
            isMissing($0, "family with the code no code")
        }
    }

    private func isMissing(_ error: any Error, _ words: String...) -> Bool {
        guard let unscored = error as? Unscored, unscored.isMissing else { return false }
        return words.allSatisfy(unscored.message.contains)
    }
}
