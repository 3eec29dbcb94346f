import Foundation
import Testing

@testable import Scoring

/// Moments, the modifiers of a line, sets of modifiers, and the words of sentences.
struct SmallValueTests {
    // MARK: Moments

    @Test(
        arguments: [
            (0, 0, 0), (0, 1_500, 1_500), (1_000, -1_500, -500), (.max, 1, .max), (.max, -1, .max - 1),
            (.min, -1, .min),
            (.min, 1, .min + 1), (.max, .max, .max), (.min, .min, .min), (.max, .min, -1),
        ] as [(Int64, Int64, Int64)])
    func `a moment later or earlier is the last or the first at most`(from: Int64, more: Int64, expected: Int64) {
        #expect(Moment(milliseconds: from).adding(milliseconds: more).milliseconds == expected)
    }

    @Test(
        arguments: [
            (0, 0, 0), (1_500, 1_000, 500), (1_000, 1_500, -500), (.max, .min, .max), (.min, .max, .min),
            (.max, -1, .max),
            (.min, 1, .min), (-1, .max, .min), (0, .min, .max), (-1, .min, .max),
        ] as [(Int64, Int64, Int64)])
    func `between two moments lie milliseconds, as many as can be said`(later: Int64, earlier: Int64, expected: Int64) {
        let milliseconds = Moment(milliseconds: later).milliseconds(since: Moment(milliseconds: earlier))
        #expect(milliseconds == expected)
    }

    @Test func `a moment is kept as its plain number, and sorts by it`() throws {
        let moments = [-1, 0, 1, 1_772_409_600_000].map { Moment(milliseconds: $0) }
        let data = try JSONEncoder().encode(moments)
        #expect(String(decoding: data, as: UTF8.self) == "[-1,0,1,1772409600000]")
        #expect(try JSONDecoder().decode([Moment].self, from: data) == moments)
        #expect(moments.reversed().sorted() == moments)
        #expect(!(moments[1] < moments[1]))
        #expect(throws: (any Error).self) { try JSONDecoder().decode(Moment.self, from: Data("1.5".utf8)) }
    }

    // MARK: Modifiers of a line

    @Test func `a line's modifiers keep their order, none twice and no more than four`() {
        var list = ModifierList()
        #expect(list == [] && list.all.isEmpty && list.fingerprint == 0)
        var expected: [Modifier] = []
        for modifier in ["SS", "59", "SS", "0A", "ZZ", "25", "59"] as [Modifier] {
            list.append(modifier)
            if expected.count < 4, !expected.contains(modifier) { expected.append(modifier) }
            #expect(list.all == expected && list == expected)
            #expect(expected.allSatisfy(list.contains) && !list.contains("XU"))
        }
        #expect(expected == ["SS", "59", "0A", "ZZ"])
        #expect(!(list == []) && !(list == ["SS", "59", "0A"]) && !(list == ["59", "SS", "0A", "ZZ"]))
    }

    @Test func `modifiers in another order are another list of the same fingerprint`() {
        func list(_ modifiers: Modifier...) -> ModifierList {
            modifiers.reduce(into: ModifierList()) { $0.append($1) }
        }
        #expect(list("SS", "SD") != list("SD", "SS") && list("SS", "SD") == list("SS", "SD"))
        #expect(list("SS", "SD").fingerprint == list("SD", "SS").fingerprint)
        #expect(list("SS").fingerprint != list("SD").fingerprint)
        #expect(list("SS", "SD").fingerprint == list("SS").fingerprint &+ list("SD").fingerprint)
    }

    /// Every pair of letters and digits is told from every other.
    @Test func `a set holds what was put in and nothing else`() {
        let signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let all = signs.flatMap { first in signs.compactMap { Modifier("\(first)\($0)") } }
        #expect(all.count == 1_296 && Set(all).count == 1_296)
        var set = ModifierSet()
        #expect(!all.contains(where: set.contains))
        for (number, modifier) in all.enumerated() where number % 3 == 0 { set.insert(modifier) }
        for (number, modifier) in all.enumerated() { #expect(set.contains(modifier) == (number % 3 == 0)) }
        let again = set
        set.insert(all[0])
        #expect(set == again && set == ModifierSet(all.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)))
    }

    @Test(
        arguments: [
            ("25", true), ("59", true), ("XU", true), ("SS", true), ("SH", true), ("SJ", true), ("SD", true),
            ("JW", true),
            ("JZ", true), ("FS", true), ("TD", true), ("LT", true), ("RT", true), ("P6", true), ("GP", true),
            ("KX", true),
            ("HH", true), ("RH", false), ("NH", false), ("SI", false), ("ZZ", false), ("00", false), ("98", false),
            ("X9", false), ("P7", false),
        ] as [(Modifier, Bool)])
    func `the standard lists know a modifier, and no ambulance's way`(modifier: Modifier, isKnown: Bool) {
        #expect(ModifierSet.standard.contains(modifier) == isKnown)
        #expect(Vocabulary.standard.modifiers.contains(modifier) == isKnown)
        #expect(Vocabulary(modifiers: [modifier]).modifiers.contains(modifier))
    }

    // MARK: Words

    @Test(
        arguments: [
            ("an infusion nurse", "infusion nurse"), ("a nurse", "nurse"), ("the nurse", "nurse"),
            ("anaesthetist", "anaesthetist"), ("A nurse", "A nurse"), ("theatre nurse", "theatre nurse"), ("", ""),
        ])
    func `a label stands in a sentence without its article`(label: String, expected: String) {
        let wording = Wording(kinds: { _ in label }, performers: { _ in label })
        let kind: ID<ServiceKind> = "some-kind"
        let performer: ID<Performer> = "some-body"
        #expect(wording[kind] == expected && wording[performer] == expected)
        #expect(Wording.plain[kind] == "some kind" && Wording.plain[performer] == "some body")
    }

    @Test func `what a pack calls by name is called so in its steps`() {
        let wording = Wording(
            kinds: { $0 == "injection" ? "an injection at home" : nil },
            performers: { $0 == "aide" ? "a home health aide" : nil })
        let steps: [(Step, String)] = [
            (
                .noQualifyingService(kinds: ["injection", "wound-care"]),
                "No code here pays for injection at home and wound care, so nothing is billed."
            ),
            (
                .serviceNotPaid(kinds: ["injection"], paid: []), "Injection at home is not paid by this payer."
            ),
            (
                .serviceNotPaid(kinds: ["injection", "wound-care"], paid: ["infusion", "injection"]),
                "Injection at home and wound care are not paid: the policy asks for infusion or injection at home."
            ),
            (
                .performerNotPaid(performer: "aide", paid: ["infusion-nurse", "aide"]),
                "A home health aide gave the care: the policy asks for an infusion nurse or a home health aide."
            ),
            (
                .cameOff(kind: "injection", minutes: 1),
                "1 minute of injection at home is billed apart and comes off."
            ),
            (
                .cameOff(kind: "wound-care", minutes: 2), "2 minutes of wound care are billed apart and come off."
            ),
        ]
        for (step, text) in steps { #expect(step.text(by: wording) == text) }
        #expect(steps.map(\.0).text(by: wording) == steps.map(\.1).joined(separator: " "))
    }

    @Test(
        arguments: [
            ("nurse", "Nurse"), ("Nurse", "Nurse"), ("", ""), ("z", "Z"), ("a", "A"), ("9 lines", "9 lines"),
            ("éclair", "Éclair"),
            ("{x", "{x"), ("`x", "`x"), ("ßt", "SSt"),
        ])
    func `a sentence begins with a capital`(text: String, expected: String) {
        #expect(text.withCapital == expected)
    }

    @Test(
        arguments: [
            (0, false, "0", "0 units"), (1, false, "1", "1 unit"), (20, false, "20", "20 units"),
            (0, true, "0", "0 units"),
            (10, true, "1", "1 unit"), (11, true, "1.1", "1.1 units"), (9, true, "0.9", "0.9 units"),
            (133, true, "13.3", "13.3 units"), (130, true, "13", "13 units"), (-15, true, "-1.5", "-1.5 units"),
        ])
    func `units are written as a claim has them`(units: Int, inTenths: Bool, words: String, quantity: String) {
        #expect(unitsWords(units, inTenths: inTenths) == words)
        #expect(unitsQuantity(units, inTenths: inTenths) == quantity)
        #expect(ClaimLine("00790", units: units, inTenths: inTenths).unitsText == words)
    }

    @Test(arguments: [(1, "first"), (2, "second"), (3, "third"), (4, "4th"), (11, "11th")])
    func `a place in an order`(number: Int, words: String) { #expect(ordinal(number) == words) }

    @Test(
        arguments: [
            ("8 hours", true), ("11 doses", true), ("18 doses", true), ("80", true), ("118", false), ("1 dose", false),
            ("7", false), ("FDA rule", true), ("USA", false), ("MD", true), ("x-ray", false), ("X", true), ("u", true),
            ("once", false), ("one", false), ("onerous rule", true), ("heir", true), ("honest", true), ("house", false),
            ("eucalyptus", false), ("urinal", false), ("uniform", false), ("unimportant", true), ("utility", false),
            ("\"infusion\"", true), ("", false), ("—", false),
        ])
    func `an or a by the sound`(words: String, isAn: Bool) { #expect(takesAn(words) == isAn) }
}
