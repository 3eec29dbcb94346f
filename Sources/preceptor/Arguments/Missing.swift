import Content
import Reports
import Terminal

extension Pack {
    /// The end of a command that was given a name which nothing in the pack has.
    func missing(_ what: String, _ name: String, among names: [String]) -> Failure {
        Failure(.notFound, missingName(what, name, among: names))
    }
}
