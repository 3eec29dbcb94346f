import Content
import Quiz
import Scoring

extension NamedTable.Row {
    /// The visit that a row begins, with its first service.
    func scenario(named id: String, in pack: Pack) throws(ImportProblem) -> Scenario {
        guard id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }), id.utf8.count <= 64 else {
            throw problem("\(id.prefix(64)) is no id", in: "id", "write lower-case words joined by hyphens")
        }
        guard let date = Day(plainLine(self["date"])) else {
            throw problem("\(self["date"].prefix(20)) is no day", in: "date", "write it like 2026-03-02")
        }
        let stem = plainLine(self["stem"])
        guard !stem.isEmpty else { throw problem("the visit is not told", in: "stem", "tell its facts in words") }
        let place = plainLine(self["place"])
        guard place.isEmpty || place.utf8.count == 2 && place.allSatisfy(\.isNumber) else {
            throw problem(
                "\(place.prefix(20)) is no place of service", in: "place", "write two digits, such as 12 for home")
        }
        let missing = try items("missing").map { word throws(ImportProblem) -> RecordItem in
            if let item = RecordItem(rawValue: word) { return item }
            throw unknown(word, "missing", among: RecordItem.allCases.map(\.rawValue))
        }
        let performers = pack.performers.map(\.subject)
        let performer = try known("performer", among: performers.map(\.text)).map { ID<Performer>($0) }
        let visit = Visit(
            services: [try service(in: pack)], place: place.isEmpty ? "12" : place,
            performer: performer ?? performers.first ?? "anyone", missing: Set(missing))
        let title = plainLine(self["title"])
        return Scenario(
            id: ID(id), title: title.isEmpty ? id : title, stem: stem,
            encounter: Encounter(date: date, visits: [visit]), sources: try sources(in: pack))
    }

    /// The service that a row tells.
    func service(in pack: Pack) throws(ImportProblem) -> Service {
        guard let kind = try known("kind", among: pack.serviceKinds.map(\.subject.text)) else {
            throw problem(
                "the service has no kind", in: "kind",
                "write one of the pack's, such as \(pack.serviceKinds.first?.subject.text ?? "infusion")")
        }
        let activity = try known("activity", among: Activity.allCases.map(\.rawValue)).flatMap(Activity.init)
        let next = plainLine(self["next-day"]).lowercased()
        guard ["", "no", "false", "yes", "true"].contains(next) else {
            throw problem("\(next.prefix(20)) is neither yes nor no", in: "next-day", "write yes or leave it empty")
        }
        return Service(
            ID(kind), activity: activity ?? .patientCare, time: try time(), isNextDay: ["yes", "true"].contains(next))
    }

    private func time() throws(ImportProblem) -> Service.Time {
        let minutes = plainLine(self["minutes"])
        let start = try clock("start")
        let stop = try clock("stop")
        if !minutes.isEmpty {
            guard start == nil, stop == nil else {
                throw problem("minutes stand beside start or stop", in: "minutes", "keep one of them")
            }
            guard let count = Int(minutes), (0...ClockTime.minutesADay).contains(count) else {
                throw problem("\(minutes.prefix(20)) is no number of minutes", in: "minutes", "write 0 to 1440")
            }
            return .minutes(count)
        }
        switch (start, stop) {
        case (let start?, let stop?):
            guard start != stop else { throw problem("start and stop are the same", in: "stop", "mend one of them") }
            return .clock(start: start, stop: stop)
        case (let start?, nil): return .open(start: start)
        default: return .unknown
        }
    }

    private func clock(_ column: String) throws(ImportProblem) -> ClockTime? {
        let text = plainLine(self[column])
        if text.isEmpty { return nil }
        guard let time = ClockTime(text) else {
            throw problem("\(text.prefix(20)) is no time of day", in: column, "write it like 09:00 or 14:30")
        }
        return time
    }

    /// The key that a row states, with the policy that it holds under.
    func statedKey(in pack: Pack) throws(ImportProblem) -> TabledScenario.StatedKey? {
        let answer = plainLine(self["answer"])
        let policy = try known("policy", among: pack.policies.map(\.id.text))
        guard !answer.isEmpty else { return nil }
        do {
            let claim = try parseAnswer(answer, known: pack.codes.vocabulary)
            return .init(policy: policy.map { ID($0) } ?? pack.defaultPolicy, claim: claim, line: self.line)
        } catch {
            throw problem(
                "\(answer.prefix(60)) is no claim: \(error.message)", in: "answer", "write it like \(pack.example)")
        }
    }

    // MARK: Names

    private func sources(in pack: Pack) throws(ImportProblem) -> [String] {
        let known = pack.sources.map(\.id)
        let sources = items("source")
        for source in sources where !known.contains(source) { throw unknown(source, "source", among: known) }
        guard !sources.isEmpty else {
            throw problem("no source is named", in: "source", "write one of \(known.joined(separator: ", "))")
        }
        return sources
    }

    private func items(_ column: String) -> [String] {
        self[column].split { ",; \n".contains($0) }.map { plainLine(String($0)) }.filter { !$0.isEmpty }
    }

    private func known(_ column: String, among names: [String]) throws(ImportProblem) -> String? {
        let name = plainLine(self[column])
        if name.isEmpty { return nil }
        guard names.contains(name) else { throw unknown(name, column, among: names) }
        return name
    }

    private func unknown(_ name: String, _ column: String, among names: [String]) -> ImportProblem {
        problem("\(name.prefix(40)) is not known", in: column, "write one of \(names.joined(separator: ", "))")
    }
}
