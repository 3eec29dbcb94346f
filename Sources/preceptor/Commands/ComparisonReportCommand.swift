import ArgumentParser
import Content
import Learning
import Machine
import Reports
import Scoring
import Terminal
import Training

/// Shows what the comparison has come to.
struct ComparisonReportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show what the comparison has come to, with its uncertainty.")

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let report: ComparisonReport
        do {
            report = try ComparisonReport(from: openRecords(), in: pack.id.text)
        } catch let error as RecordsError {
            throw Failure(.cannotWrite, error.message)
        }
        if json { console.json(JSON(report)) } else { console.show(report) }
    }
}

extension Console {
    fileprivate func show(_ report: ComparisonReport) {
        paragraph("\(quantity(report.agreed, "learner")) taking part.", indent: 0)
        let rows = report.rows.map { row in
            [row.measure.words] + row.ways.map { $0.learners == 0 ? "-" : "\($0.mean.percent) of \($0.learners)" }
                + [row.difference.map { "\($0.value.points), \($0.low.points) to \($0.high.points)" } ?? "-"]
        }
        line()
        table([["", "contrasts", "corrections", "difference, 95 %"]] + rows, rightAligned: [1, 2, 3])
        line()
        let fewest = report.rows.first?.ways.map(\.learners).min() ?? 0
        if fewest < ComparisonReport.enough {
            paragraph(
                "It shows nothing yet: a difference of half a standard deviation takes \(ComparisonReport.enough) learners "
                    + "of each way, and the report is read once, when they are there.", indent: 0)
        }
    }
}

extension TeachingComparison.Measure {
    fileprivate var words: String {
        switch self {
        case .cameBack: "Beliefs that came back"
        case .right: "Answers 21 to 60 right"
        }
    }
}

extension Double {
    fileprivate var percent: String { "\(Int((self * 100).rounded())) %" }
    /// Points of a hundred, with a sign.
    fileprivate var points: String { "\(self < 0 ? "" : "+")\(Int((self * 100).rounded()))" }
}

extension JSON {
    fileprivate init(_ report: ComparisonReport) {
        let rows = report.rows.map { row in
            JSON.object([
                ("measure", .string(row.measure.rawValue)),
                (
                    "ways",
                    .array(
                        row.ways.map {
                            .object([
                                ("way", .string($0.way.rawValue)), ("learners", .integer($0.learners)),
                                ("mean", .fraction($0.mean)),
                            ])
                        })
                ),
                (
                    "difference",
                    row.difference.map {
                        .object([
                            ("value", .fraction($0.value)), ("low", .fraction($0.low)), ("high", .fraction($0.high)),
                        ])
                    } ?? .null
                ),
            ])
        }
        self = .object([("agreed", .integer(report.agreed)), ("measures", .array(rows))])
    }
}
