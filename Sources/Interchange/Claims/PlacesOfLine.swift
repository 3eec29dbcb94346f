import Scoring

extension Encounter {
    /// A line of a claim as it is billed for each place at which it was earned: a line on a form has one.
    ///
    /// - Parameters:
    ///   - line: Of a key, or of an answer.
    ///   - usual: Where services are that name no place.
    ///   - rules: By which the key was derived; without them nothing tells which visits a line bills.
    /// - Returns: The line with its place, nil where it is not known, or a line for each of several places.
    func atPlaces(_ line: ClaimLine, usual: String?, under rules: Rules?) -> [(line: ClaimLine, place: String?)] {
        let then = visits.filter { line.dates?.contains($0.date ?? date) ?? true }
        let visits = then.isEmpty ? self.visits : then
        var places: [String] = []
        for visit in visits where !places.contains(visit.place) { places.append(visit.place) }
        if places.isEmpty {
            let ofTherapies = Set((episode?.therapies ?? []).compactMap(\.place))
            return [(line, ofTherapies.isEmpty ? usual : ofTherapies.count == 1 ? ofTherapies.first : nil)]
        }
        guard places.count > 1 else { return [(line, places.first)] }
        guard let rules else { return [(line, nil)] }
        let earned = places.map { place in
            (place: place, units: units(of: line, from: visits.filter { $0.place == place }, under: rules))
        }
        let all = units(of: line, from: visits, under: rules)
        // What a drug or shared time brings belongs to no place.
        guard all > 0, earned.reduce(0, { $0 + $1.units }) == all else { return [(line, nil)] }
        let billed = earned.filter { $0.units > 0 }
        if billed.count == 1 { return [(line, billed[0].place)] }
        guard line.units == all else { return [(line, nil)] }
        return billed.map { place, units in
            var part = line
            part.units = units
            return (part, place)
        }
    }

    /// What the facts with no other visits bill of a line.
    private func units(of line: ClaimLine, from visits: [Visit], under rules: Rules) -> Int {
        var encounter = self
        encounter.visits = visits
        return derive(encounter, under: rules).claim.lines.reduce(0) { sum, other in
            let isAlike = other.code == line.code && other.hasSameModifiers(as: line) && other.inTenths == line.inTenths
            return sum + (isAlike && (line.dates == nil || other.dates == line.dates) ? other.units : 0)
        }
    }
}
