extension [Code] {
    /// The code that a slip of the finger turns into another: one character changed, or two neighbours swapped.
    func nearest(to code: Code) -> Code? {
        let typed = code.characters
        return first { known in
            let wanted = known.characters
            let wrong = typed.indices.filter { typed[$0] != wanted[$0] }
            if wrong.count == 1 { return true }
            return wrong.count == 2 && wrong[1] == wrong[0] + 1 && typed[wrong[0]] == wanted[wrong[1]]
                && typed[wrong[1]] == wanted[wrong[0]]
        }
    }
}
