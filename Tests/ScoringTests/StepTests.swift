import Testing

@testable import Scoring

/// The names by which programs know the rules of steps, and which of them take something off a claim.
struct StepTests {
    /// Every step with its rule, and whether it stands for something that is not billed.
    @Test(
        arguments: [
            (.policyNotInForce(policy: "p", date: Sample.day), "policy-in-force", false),
            (.noQualifyingService(kinds: []), "service", true), (.nextFamily(title: "injection"), "service", false),
            (.placeNotPaid(place: "11", paid: ["12"]), "place", true),
            (.performerNotPaid(performer: "aide", paid: ["nurse"]), "performer", true),
            (.undocumented(items: [.stop], then: .nothing), "documentation", true),
            (.undocumented(items: [.stop], then: .firstOnly), "documentation", true),
            (.durationUnknown, "documentation", true), (.timed(spans: []), "time", false),
            (.untimed(minutes: 1), "time", false), (.counted(minutes: 1), "time", false),
            (.overlap(minutes: 1), "overlap", false), (.leftOut(activity: .travel, minutes: 1), "activity", false),
            (.afterMidnight(minutes: 1), "midnight", false), (.visitsCombined(amounts: [1, 2]), "same-day", false),
            (.visitSeparate, "same-day", false), (.visitLater, "same-day", false),
            (.visitOf(date: Sample.day), "time", false),
            (.cameOff(kind: "intubation", minutes: 1), "billed-apart", false),
            (.therapy(.drugGiven(kind: "cefazolin", amount: .none(.milligrams), times: 1, on: nil)), "amount", false),
            (
                .therapy(.discarded(kind: "cefazolin", amount: .none(.milligrams), each: 1, units: 0)), "discarded",
                false
            ),
            (
                .therapy(.therapyRan(kind: "t", days: 1, order: 1, on: DaySpan(Sample.day), counted: .access)),
                "therapy-days", false
            ),
            (
                .therapy(.therapyRan(kind: "t", days: 1, order: 2, on: DaySpan(Sample.day), counted: .infusion)),
                "concurrent-therapy", false
            ),
            (.therapy(.dosesTooRare(kind: "t", every: 96, longest: 72)), "therapy-days", true),
            (.pool(.pooled(minutes: [7, 8], each: 15, least: 8, units: 1)), "pool", false),
            (.pool(.shared(code: "97110", minutes: 8, each: 15, units: 1)), "pool", false),
            (.hierarchy(.initialService(code: "96365", kind: "infusion", site: 2)), "hierarchy", false),
            (.hierarchy(.followsInitial(code: "96367", kind: "infusion", units: 1)), "hierarchy", false),
            (.hierarchy(.sameDrugRuns(code: "96366", drug: "a", minutes: [20, 20], units: 0)), "hierarchy", false),
            (.hierarchy(.runsAlongside(code: "96368", kind: "infusion", isBilled: false)), "hierarchy", false),
            (.hierarchy(.givenAgain(code: "96376", drug: nil, gap: 31, isBilled: true)), "hierarchy", false),
            (.hierarchy(.yielded(kind: "hydration", minutes: 1)), "hierarchy", false),
            (.hierarchy(.tooShort(kind: "infusion", minutes: nil, least: 16, billedAs: nil)), "hierarchy", true),
            (.line(.modifierDue("SH", on: "S9338")), "modifier", false),
            (.line(.stoodIn(code: "S9500", of: "S9494")), "code", false),
            (.line(.repeated(code: "J0690", each: 2, times: 42)), "amount", false),
            (.limit(.unitsCappedOver(.week, code: "99601", most: 3, from: 4, to: 3)), "unit-cap", true),
            (.limit(.authorised(code: "S9500", from: 2, to: 0, isKnown: true)), "authorisation", true),
            (.limit(.notPaidApart(code: "96376")), "paid-apart", true),
            (.limit(.filedLate(days: 91, most: 90)), "timely-filing", true),
            (.minutesCapped(counted: 2, allowed: 1, aDay: 1, aWeek: nil, used: 0), "minute-cap", true),
            (.belowMinimum(minutes: 1, least: 30), "minimum", true),
            (.first(code: "99601", minutes: 1, covers: 120), "first-code", false),
            (.firstRepeated(code: "99601", minutes: 1, each: 60, units: 1), "first-code", false),
            (.further(code: "99602", left: 60, each: 60, threshold: 1, units: 1), "further-code", false),
            (.nothingFurther(code: "99602", minutes: 1, after: 120), "further-code", false),
            (.unitsCapped(code: "99602", from: 2, to: 1), "unit-cap", true),
            (.excluded(code: "99506", beside: "99601"), "exclusion", true),
            (.codeNotInEffect(code: "99601", date: Sample.day), "code-in-effect", true),
            (.addOnWithoutPrimary(code: "99602"), "add-on", true),
        ] as [(Step, String, Bool)])
    func `a step applies one rule`(step: Step, rule: String, forbids: Bool) {
        #expect(step.rule == rule)
        #expect(step.forbids == forbids)
        #expect(step.text.hasSuffix(".") && !step.text.contains("  "))
    }

    /// One thing is one thing in every step that counts.
    @Test(
        arguments: [
            (.untimed(minutes: 1), "The record gives 1 minute."), (.untimed(minutes: 0), "The record gives 0 minutes."),
            (.overlap(minutes: 1), "The pieces overlap by 1 minute, which counts once."),
            (.overlap(minutes: 2), "The pieces overlap by 2 minutes, which count once."),
            (.counted(minutes: 1), "That makes 1 minute that counts."),
            (.counted(minutes: 2), "That makes 2 minutes that count."),
            (.afterMidnight(minutes: 1), "1 minute after midnight belongs on the next day's claim."),
            (.belowMinimum(minutes: 1, least: 30), "1 minute is fewer than the 30 that the first code needs."),
            (.belowMinimum(minutes: 2, least: 1), "No first code is for 2 minutes."),
            (
                .unitsCapped(code: "99602", from: 2, to: 1),
                "At most 1 unit of 99602 a day can be paid, so x2 becomes x1."
            ),
            (.first(code: "99601", minutes: 121, covers: 120), "99601 covers the first 120 minutes."),
            (.first(code: "99601", minutes: 1, covers: 1), "99601 pays for up to 1 minute, so nothing is left over."),
            (.first(code: "99506", minutes: 1, covers: nil), "99506 is the code for 1 minute."),
            (
                .further(code: "99602", left: 1, each: 1, threshold: 1, units: 1),
                "1 minute is left. A unit takes all 1 minute: 99602 x1."
            ),
            (
                .leftOut(activity: .documentation, minutes: 1),
                "This payer does not count documentation, so 1 minute of it is left out."
            ),
            (
                .visitsCombined(amounts: [1, 0]), "The visits of the day count as one: 1 + 0 makes 1 minute."
            ),
            (
                .visitsCombined(amounts: [3, 2], of: .sites, over: .day),
                "The visits count together: 3 sites and 2 sites, and each site counts once."
            ),
        ] as [(Step, String)])
    func `a step counts in plain words`(step: Step, text: String) {
        #expect(step.text == text)
    }
}
