import Content
import Examining
import Quiz
import Scoring

extension JSON {
    /// What `exam report --json` says.
    package init(_ report: ExamReport) {
        self = .object([
            ("pack", .string(report.pack.id.text)), ("group", .optional(report.group?.id)),
            ("attempts", .array(report.attempts.map { $0.json() })),
            (
                "notSat",
                .array(
                    report.parts.flatMap { part in
                        part.notSat.map { candidate in
                            JSON.object([
                                ("candidate", .string(candidate.id)), ("name", .string(candidate.name)),
                                ("blueprint", .string(part.id)),
                            ])
                        }
                    })
            ),
            ("statistics", .array(report.parts.map { JSON.statistics($0, of: report) })),
            ("irregularities", .strings(report.irregularities)),
        ])
    }

    private static func statistics(_ part: ExamReport.Part, of report: ExamReport) -> JSON {
        let statistics = part.statistics
        let reliability = statistics.reliability
        let exposure = part.exposure.counts.greatestFirst
        return .object([
            ("blueprint", .string(part.id)), ("candidates", .integer(statistics.candidates)),
            ("small", .bool(statistics.candidates < ItemFlag.enoughResponses)), ("adaptive", .bool(part.isAdaptive)),
            ("passMark", .integer(part.passMark)), ("mean", .number(part.mean)),
            ("standardDeviation", .number(statistics.standardDeviation)), ("alpha", .number(reliability?.alpha)),
            ("alphaLow", .number(reliability?.alphaInterval?.low)),
            ("alphaHigh", .number(reliability?.alphaInterval?.high)), ("kr20", .number(reliability?.kr20)),
            ("standardError", .number(reliability?.standardError)),
            ("lowerBound", .optional(bool: reliability?.isLowerBound)),
            ("reliability", .number(part.measured.isEmpty ? reliability?.alpha : part.measured.reliability)),
            ("consistency", .number(statistics.consistency?.agreement)),
            ("kappa", .number(statistics.consistency?.kappa)),
            ("items", .array(statistics.items.map(JSON.flagged))),
            ("families", .array(statistics.families.map(JSON.flagged))),
            ("exposure", .object(exposure.map { ($0.key.description, .integer($0.value)) })),
            ("months", .array(report.byMonth(part).map { JSON.object(JSON.tally($0, named: "month")) })),
            (
                "groups",
                .array(
                    report.byGroup(part).map { group in
                        .object(JSON.tally(group, named: "group") + [("notSat", .integer(group.notSat))])
                    })
            ),
        ])
    }

    private static func tally(_ tally: ExamTally, named name: String) -> [(String, JSON)] {
        [
            (name, .optional(tally.name)), ("handedIn", .integer(tally.handedIn)), ("passed", .integer(tally.passed)),
            ("mean", .number(tally.mean)),
        ]
    }

    private static func flagged(_ item: TestStatistics.Flagged) -> JSON {
        let options = item.analysis.options.map { option in
            JSON.object([
                ("belief", .string(option.option)), ("count", .integer(option.count)),
                ("share", .fraction(option.share)), ("discrimination", .number(option.discrimination)),
                ("fraction", .fraction(option.fraction)),
            ])
        }
        return .object([
            ("name", .string(item.analysis.name)), ("items", .integer(item.analysis.items)),
            ("responses", .integer(item.analysis.responses)), ("difficulty", .number(item.analysis.difficulty)),
            ("difficultyLow", .number(item.analysis.difficultyInterval?.low)),
            ("difficultyHigh", .number(item.analysis.difficultyInterval?.high)),
            ("discrimination", .number(item.analysis.discrimination)),
            ("discriminationLow", .number(item.analysis.discriminationInterval?.low)),
            ("discriminationHigh", .number(item.analysis.discriminationInterval?.high)),
            ("medianSeconds", .number(item.analysis.time.map { $0.median / 1_000 })),
            ("beliefs", .array(options)), ("flags", .strings(item.flags.map(\.word))),
        ])
    }

    private static func number(_ number: Double?) -> JSON { number.map(JSON.fraction) ?? .null }
}
