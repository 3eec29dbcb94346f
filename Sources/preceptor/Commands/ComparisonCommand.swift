import ArgumentParser

/// The comparison of two ways to teach, among learners who agree to it.
struct ComparisonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comparison",
        abstract: "Take part in a comparison of two ways to teach, and see what it has come to.",
        discussion: """
            Whoever joins is taught in one of two ways, by a hash of the name: a wrong belief is met with two visits that \
            tell it from the truth, or with a correction in words. Measured is, of the beliefs that explained an answer, \
            the share that explained another among the 20 after it; and the share of right answers from the 21st to the \
            60th. Nothing leaves the machine. Whoever leaves is taught as before and no longer counted.
            """,
        subcommands: [ComparisonJoinCommand.self, ComparisonLeaveCommand.self, ComparisonReportCommand.self])
}
