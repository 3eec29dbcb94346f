package import Content
import Scoring

/// Text of a pack's files, as an educator would write it.
package enum PackFile {
    /// A file of scenarios. The keys that the table stated rightly become `expect:`, which `pack check` proves.
    package static func scenarios(_ scenarios: [TabledScenario], of pack: Pack) -> String {
        "scenarios:\n" + scenarios.map { scenario($0, of: pack) }.joined(separator: "\n")
    }

    /// A file of facts, made of questions with a short answer.
    package static func facts(_ facts: [Fact]) -> String {
        let entries = facts.map { fact in
            let accept = fact.accept.isEmpty ? "" : "\n    accept: \(list(fact.accept))"
            let wrong = fact.wrong.isEmpty ? "" : "\n    wrong: \(list(fact.wrong))"
            return """
                  - id: \(fact.id)
                    topic: \(fact.topic.rawValue)
                    question: \(fact.question.quotedAsJSON)
                    answer: \(fact.answer.quotedAsJSON)\(accept)\(wrong)
                    explanation: \(fact.explanation.quotedAsJSON)
                    source: \(list(fact.sources))

                """
        }
        return "facts:\n" + entries.joined(separator: "\n")
    }

    private static func scenario(_ tabled: TabledScenario, of pack: Pack) -> String {
        let scenario = tabled.scenario
        let visit = scenario.encounter.visits.first
        let missing = visit?.missing.map(\.rawValue).sorted() ?? []
        var text = """
              - id: \(scenario.id)
                title: \(scenario.title.quotedAsJSON)
                stem: \(scenario.stem.quotedAsJSON)
                encounter:
                  date: \(scenario.encounter.date)
                  place: "\(visit?.place ?? "12")"
                  performer: \(visit?.performer.text ?? "anyone")

            """
        if !missing.isEmpty { text += "      missing: [\(missing.joined(separator: ", "))]\n" }
        text += "      services:\n" + (visit?.services ?? []).map { "        - { \(words(of: $0)) }\n" }.joined()
        let proved = tabled.stated.filter { key in
            tabled.due(under: key.policy, in: pack)?.billsTheSame(as: key.claim) == true
        }
        if !proved.isEmpty { text += "    expect:\n" }
        for key in proved { text += "      \(key.policy): \"\(key.claim)\"\n" }
        return text + "    source: \(list(scenario.sources))\n"
    }

    private static func words(of service: Service) -> String {
        var words = ["kind: \(service.kind)"]
        if service.activity != .patientCare { words.append("activity: \(service.activity.rawValue)") }
        switch service.time {
        case .minutes(let count): words.append("minutes: \(count)")
        case .clock(let start, let stop): words += ["start: \"\(start)\"", "stop: \"\(stop)\""]
        case .open(let start): words.append("start: \"\(start)\"")
        case .unknown: break
        }
        if service.isNextDay { words.append("next-day: true") }
        return words.joined(separator: ", ")
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map(\.quotedAsJSON).joined(separator: ", ") + "]"
    }
}

extension Fact {
    /// A question with a short answer, or with one right answer among several, as a fact of a pack.
    ///
    /// - Parameters:
    ///   - question: One of its tags names the topic, and its sources are known to the pack by id or title.
    ///   - pack: The pack that it is for.
    /// - Throws: `ImportProblem` that says what the pack would need to know.
    package init(_ question: Question, for pack: Pack) throws(ImportProblem) {
        guard let answer = question.right.first?.text, question.kind == .short || question.right.count == 1 else {
            throw ImportProblem(
                "a fact of a pack has one right answer", mend: "give it as a short answer, or one right option")
        }
        let topics = Topic.allCases
        guard let topic = topics.first(where: { question.tags.contains($0.rawValue) }) else {
            throw ImportProblem(
                "no tag tells the topic", mend: "tag it \(topics.map(\.rawValue).joined(separator: ", "))")
        }
        let sources = question.sources.compactMap { name in
            pack.sources.first { $0.id == name || plainLine($0.title) == name }?.id
        }
        guard !sources.isEmpty else {
            throw ImportProblem(
                "it names no source of the pack",
                mend:
                    "end its general feedback with a paragraph Source: and one of \(pack.sources.map(\.id).joined(separator: ", "))"
            )
        }
        let words = question.stem.joined(separator: " ")
        self.init(
            id: ID(Fact.id(for: words)), topic: topic, question: words, answer: answer,
            accept: question.right.dropFirst().map(\.text),
            wrong: question.kind == .choice ? question.wrong.map(\.text) : [],
            explanation: question.explanation.isEmpty ? "\(answer)." : question.explanation.joined(separator: " "),
            sources: sources)
    }

    /// A name made of a question's first words and a number that stands for all of them.
    private static func id(for words: String) -> String {
        let letters: [Substring] = words.lowercased().split { !$0.isASCII || !$0.isLetter }
        let first = letters.filter { $0.count > 3 }.prefix(4).joined(separator: "-")
        let number = String(StableID.hash(words) & 0xFFFF_FFFF, radix: 16)
        return (first.isEmpty ? "fact" : first) + "-" + number
    }
}
