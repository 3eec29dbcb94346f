package import Content
import Quiz

extension Pack {
    /// The message about a name that nothing in the pack has, with the nearest name that something has.
    package func missingName(_ what: String, _ name: String, among names: [String]) -> String {
        let mend = suggestion(for: name, among: names) ?? "preceptor pack show \(id) lists what there is"
        return "no \(what) \(name.prefix(64)) in \(id); \(mend)"
    }

    /// What to say when nothing is known by some words.
    package func nothing(for words: String) -> String {
        let mend = suggestion(of: nearEntries(to: words)).map { "; \($0)" } ?? ""
        return "nothing is known here as \(words.prefix(64))\(mend)"
    }
}
