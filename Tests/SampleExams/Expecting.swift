package import Examining
package import Testing

/// Expects an error about exams of a kind, whose message says something.
package func expect(
    _ kind: ExamError.Kind, _ said: String, at location: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
    do {
        try body()
        Issue.record("there was no error, where \(kind) was due: \(said)", sourceLocation: location)
    } catch {
        let isDue = (error as? ExamError).map { $0.kind == kind && $0.message.contains(said) } ?? false
        if !isDue { Issue.record("\(error) came, where \(kind) was due: \(said)", sourceLocation: location) }
    }
}
