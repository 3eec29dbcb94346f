extension Records {
    /// An item as it was asked. The first text that comes under an identity stays for ever, whatever becomes of the
    /// pack that it was made from.
    package struct Item: Equatable, Sendable {
        /// Such as `home-infusion/claim/iv-antibiotics/cpt-midpoint@9f3c2a10`.
        package let identity: String
        /// Such as `claim`.
        package let kind: String
        /// The id of the pack that makes it.
        package let pack: String
        /// What it is about.
        package let heading: String
        /// What is asked for.
        package let question: String
        /// What there is to know before answering, and the options, a line each.
        package let stem: String
        /// The right answer as one would type it.
        package let key: String

        package init(
            identity: String, kind: String, pack: String, heading: String, question: String, stem: String, key: String
        ) {
            self.identity = identity
            self.kind = kind
            self.pack = pack
            self.heading = heading
            self.question = question
            self.stem = stem
            self.key = key
        }
    }
}
