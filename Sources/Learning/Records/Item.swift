extension Records {
    /// An item as it was asked. The first text that comes under an identity stays for ever, whatever becomes of the
    /// pack that it was made from.
    package struct Item: Equatable, Sendable {
        /// Such as `home-infusion/claim/iv-antibiotics/cpt-midpoint@9f3c2a10`.
        package let identity: String
        package let kind: String
        package let pack: String
        package let heading: String
        package let question: String
        package let stem: String
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
