extension String {
    /// With a capital at the start and a full stop at the end.
    package var sentence: String {
        prefix(1).uppercased() + dropFirst() + (last.map { ".?!".contains($0) } == true ? "" : ".")
    }
}
