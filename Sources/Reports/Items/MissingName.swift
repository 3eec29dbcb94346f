package import Content

extension Pack {
    /// What is said of a name that nothing in the pack has, with the nearest of those there are.
    package func missingName(_ what: String, _ name: String, among names: [String]) -> String {
        let mend = suggestion(for: name, among: names) ?? "preceptor pack show \(id) lists what there is"
        return "no \(what) \(name.prefix(64)) in \(id); \(mend)"
    }
}
