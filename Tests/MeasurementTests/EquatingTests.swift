import Foundation
import Measurement
import PseudoTerminal
import PythonPackages
import Testing

/// Anchors of two calibrations whose scales differ by a known change, with errors in either.
private func sampleAnchors(
    _ count: Int, under change: ScaleChange, error: Double, using chance: inout Seeded
) -> [Anchor] {
    (0..<count).map { place in
        let truth = ItemParameters(
            discrimination: exp(0.25 * normal(using: &chance)), difficulty: normal(using: &chance))
        func estimate(_ item: ItemParameters) -> CalibratedItem {
            let parameters = ItemParameters(
                discrimination: item.discrimination * exp(error * normal(using: &chance)),
                difficulty: item.difficulty + error * normal(using: &chance))
            return CalibratedItem(
                parameters: parameters, discriminationError: error, difficultyError: error, responses: 500)
        }
        // What is on the new scale comes back to the base by the change.
        let back = ScaleChange(slope: 1 / change.slope, intercept: -change.intercept / change.slope)
        return Anchor(name: "anchor \(place)", base: estimate(truth), new: estimate(back(truth)))
    }
}

@Suite struct `Scales brought together` {
    @Test(.timeLimit(.minutes(10))) func `by mean and sigma and by Stocking and Lord is mirt's within 0.001`() throws {
        var chance = Seeded(1)
        let sets = (0..<Thoroughness.tries(3, full: 8)).map { _ in
            let change = ScaleChange(
                slope: Double.random(in: 0.7...1.4, using: &chance),
                intercept: Double.random(in: -1...1, using: &chance))
            return sampleAnchors(Int.random(in: 5...25, using: &chance), under: change, error: 0.1, using: &chance)
        }
        let folder = try TemporaryFolder()
        let written = sets.map { anchors in
            ["base": anchors.map(\.base), "new": anchors.map(\.new)].mapValues { items in
                items.map { [$0.parameters.discrimination, $0.parameters.difficulty] }
            }
        }
        try JSONEncoder().encode(written).write(to: URL(filePath: folder.path(of: "anchors.json")))
        let script = referenceFolder.appending(path: "link.py").path
        let result = try PythonPackages("statistics").run(script, [folder.path(of: "anchors.json")])
        try #require(result.status == .exited(0), "\(result.errors)")
        let expected = try JSONDecoder().decode([[String: [Double]]].self, from: Data(result.outputBytes))
        for (anchors, expected) in zip(sets, expected) {
            let meanSigma = try #require(ScaleChange.meanSigma(anchors))
            #expect(near([meanSigma.slope, meanSigma.intercept], expected["mean_sigma"] ?? [], within: 1e-6))
            let curves = try #require(ScaleChange.stockingLord(anchors))
            #expect(near([curves.slope, curves.intercept], expected["stocking_lord"] ?? [], within: 0.001))
        }
        #expect(expected.count == sets.count)
    }

    @Test func `finds the change that was made, exactly where there is no error`() throws {
        var chance = Seeded(2)
        let change = ScaleChange(slope: 1.25, intercept: -0.4)
        let exact = try #require(ScaleChange.stockingLord(sampleAnchors(10, under: change, error: 0, using: &chance)))
        #expect(near([exact.slope, exact.intercept], [1.25, -0.4], within: 1e-6))
        let found = try #require(Equating(sampleAnchors(20, under: change, error: 0.08, using: &chance)))
        #expect(near([found.change.slope, found.change.intercept], [1.25, -0.4], within: 0.08))
        #expect(found.anchors.allSatisfy { !$0.hasDrifted })
    }

    @Test func `names the anchors that drifted, and is not moved by them`() throws {
        var chance = Seeded(3)
        let change = ScaleChange(slope: 0.9, intercept: 0.3)
        var anchors = sampleAnchors(16, under: change, error: 0.08, using: &chance)
        for place in [3, 11] {
            let item = anchors[place].new
            let harder = ItemParameters(
                discrimination: item.parameters.discrimination, difficulty: item.parameters.difficulty + 0.9)
            anchors[place] = Anchor(
                name: anchors[place].name, base: anchors[place].base,
                new: CalibratedItem(
                    parameters: harder, discriminationError: 0.08, difficultyError: 0.08, responses: 500))
        }
        let found = try #require(Equating(anchors))
        #expect(found.anchors.filter(\.hasDrifted).map(\.name) == ["anchor 3", "anchor 11"])
        #expect(found.anchors.filter(\.hasDrifted).allSatisfy { (0.5...1.2).contains($0.difference) })
        #expect(near([found.change.slope, found.change.intercept], [0.9, 0.3], within: 0.08))
    }

    private func anchor(
        _ name: String, _ base: Double, _ new: Double, error: Double? = 0.05, responses: Int = 500
    ) -> Anchor {
        func item(_ difficulty: Double) -> CalibratedItem {
            CalibratedItem(
                parameters: ItemParameters(discrimination: 1, difficulty: difficulty), discriminationError: 0.05,
                difficultyError: error, responses: responses)
        }
        return Anchor(name: name, base: item(base), new: item(new))
    }

    /// Five anchors lie still; a sixth lies a whole deviation off.
    @Test(arguments: [(nil, 500), (0.05, 29)] as [(Double?, Int)])
    func `take no drift for told where it is not known how sure difficulties are, and rest on no such anchor`(
        error: Double?, responses: Int
    ) throws {
        let still = [-1.5, -0.7, 0, 0.8, 1.4].map { anchor("at \($0)", $0, $0) }
        let found = try #require(Equating(still + [anchor("off", 0.2, 1.2, error: error, responses: responses)]))
        #expect(found.anchors.allSatisfy { !$0.hasDrifted } && found.anchors.map(\.isKept).count(where: \.self) == 5)
        #expect(found.anchors.last?.isKept == false && abs((found.anchors.last?.difference ?? 0) - 1) < 1e-6)
        #expect(near([found.change.slope, found.change.intercept], [1, 0], within: 1e-6))
        #expect(Equating(still.prefix(2) + [anchor("off", 0.2, 1.2, error: error, responses: responses)]) == nil)
    }

    /// Three anchors that became easier pull the scale, so that the one at -2 seems to have moved the other way and is left
    /// out; once the three are gone it comes back. Numerical minimisation by scipy leads to the same.
    @Test func `take back what only seemed to have drifted`() throws {
        let still = [-2.0, -0.4, 1.6, 1.8, 1.8].enumerated().map { anchor("still \($0)", $1, $1, error: 0.02) }
        let moved = [(-0.5, -1.1), (-1.6, -2.4), (-1.5, -2.5)].enumerated().map {
            anchor("moved \($0)", $1.0, $1.1, error: 0.02)
        }
        let found = try #require(Equating(still + moved))
        #expect(found.anchors.filter(\.hasDrifted).map(\.name) == moved.map(\.name))
        #expect(near([found.change.slope, found.change.intercept], [1, 0], within: 1e-6))
    }

    @Test func `needs three anchors that differ`() {
        var chance = Seeded(4)
        let two = sampleAnchors(2, under: ScaleChange(slope: 1, intercept: 0), error: 0.1, using: &chance)
        #expect(Equating(two) == nil && Equating([]) == nil)
        #expect(Equating([two[0], two[0], two[0]]) == nil)
    }

    /// Two teams of different ability sit forms that share ten items; on one scale they are as far apart as they are.
    @Test func `puts people who sat different forms on one scale`() throws {
        var chance = Seeded(5)
        let items = Sample(people: 0, items: 30, spread: 0.2, seed: 6).items
        func sit(_ people: Int, mean: Double, _ form: Range<Int>) throws -> (Calibration, [[Ability.Answer]]) {
            let rows = (0..<people).map { _ in
                let ability = mean + normal(using: &chance)
                return form.map { Double.random(in: 0..<1, using: &chance) < items[$0].probability(at: ability) }
            }
            let data = try responses(rows)
            let calibration = Calibration(of: data, model: .twoParameter)
            return (calibration, data.answers(to: calibration.items.map { $0?.parameters }))
        }
        let (base, baseAnswers) = try sit(1_000, mean: 0, 0..<20)
        let (new, newAnswers) = try sit(1_000, mean: 0.8, 10..<30)
        let anchors = try (10..<20).map { item in
            Anchor(
                name: "\(item)", base: try #require(base.items[item]), new: try #require(new.items[item - 10]))
        }
        let equating = try #require(Equating(anchors))
        func mean(_ abilities: [Ability]) -> Double { abilities.reduce(0) { $0 + $1.value } / Double(abilities.count) }
        let before = mean(baseAnswers.map { Ability.expected(of: $0) })
        let after = mean(newAnswers.map { equating.change(Ability.expected(of: $0)) })
        #expect(abs(before) < 0.02 && abs(after - 0.8) < 0.15)
        // The form that only the second team sat is as hard on the one scale as it is.
        let differences = zip(new.items.dropFirst(10), items.dropFirst(20)).compactMap { found, truth in
            found.map { equating.change($0.parameters).difficulty - truth.difficulty }
        }
        #expect(rootMeanSquare(differences) < 0.2)
    }
}

@Suite struct `Pass marks on the scale` {
    private let items = Sample(people: 0, items: 25, spread: 0.3, seed: 1).items

    @Test(arguments: [0.1, 0.5, 0.72, 0.95]) func `are where the share of the form is expected`(share: Double) throws {
        let ability = try #require(items.ability(ofShare: share))
        #expect(abs(items.expectedScore(at: ability) / 25 - share) < 1e-8)
        // An easier form asks for a larger share of whoever is just able enough.
        let easier = items.map {
            ItemParameters(discrimination: $0.discrimination, difficulty: $0.difficulty - 0.5)
        }
        #expect(easier.expectedScore(at: ability) > items.expectedScore(at: ability))
    }

    /// Two items of 0 and 1: half of what is left open by the credit for parts. Of an ability of 0 half have the first, so
    /// that it is worth .5 + .5 * .4 = .7, and with an item that all have (.7 + 1) / 2 = .85.
    @Test func `count what is given for parts, and what all have or nobody has`() throws {
        let item = ItemParameters(discrimination: 1, difficulty: 0)
        let partly = ExpectedCredit(item, partial: 0.4)
        #expect(abs(partly(at: 0) - 0.7) < 1e-12)
        for (items, share) in [
            ([partly], 0.7), ([partly, ExpectedCredit(constant: 1)], 0.85),
            ([ExpectedCredit(item), ExpectedCredit(constant: 0.2)], 0.35),
        ] { #expect(abs(try #require(items.ability(ofShare: share))) < 1e-8, "\(share)") }
        // Below what parts alone earn, and above what anybody can have, there is no ability.
        #expect([partly].ability(ofShare: 0.4) == nil)
        #expect([ExpectedCredit(item), ExpectedCredit(constant: 0)].ability(ofShare: 0.5) == nil)
        #expect([ExpectedCredit(constant: 1)].ability(ofShare: 0.5) == nil)
    }

    @Test func `are nowhere for shares that nobody is expected to have`() {
        #expect(items.ability(ofShare: 0) == nil && items.ability(ofShare: 1) == nil)
        #expect([ItemParameters]().ability(ofShare: 0.5) == nil)
    }

    @Test func `by bookmarks lie between what the items before and after ask for`() throws {
        // Rasch items a logit apart: two in three are right ln 2 above each.
        let items = [2.0, 0, 1].map { ItemParameters(discrimination: 1, difficulty: $0) }
        #expect(Bookmark.booklet(of: items) == [1, 2, 0])
        let found = try #require(Bookmark(items, bookmarks: [1, 2, 1, 2]))
        #expect(near(found.cuts, [1.1931, 2.1931, 1.1931, 2.1931], within: 1e-4))
        #expect(near([found.cut, found.deviation, found.standardError], [1.6931, 0.5774, 0.2887], within: 1e-4))
        let ends = try #require(Bookmark(items, bookmarks: [0, 3]))
        #expect(near(ends.cuts, [0.6931, 2.6931], within: 1e-4))
        #expect(Bookmark(items, bookmarks: [1]) == nil && Bookmark(items, bookmarks: [1, 4]) == nil)
        #expect(Bookmark([], bookmarks: [0, 0]) == nil)
    }

    @Test func `by Bookmark and by Angoff agree where raters know the items`() throws {
        // Somebody of 0.4 is right as often as the model says; raters read that off for either method.
        let angoff = try #require(items.ability(ofShare: items.expectedScore(at: 0.4) / 25))
        let booklet = Bookmark.booklet(of: items)
        let place = booklet.count { items[$0].probability(at: 0.4) >= Bookmark.likely }
        let bookmark = try #require(Bookmark(items, bookmarks: [place, place]))
        #expect(abs(angoff - 0.4) < 1e-8 && abs(bookmark.cut - 0.4) < 0.2)
    }
}
