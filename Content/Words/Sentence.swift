import Scoring

extension String {
    /// With a capital at the start and a full stop at the end, unless it ends as a sentence does.
    package var sentence: String { withCapital + (last.map { ".?!".contains($0) } == true ? "" : ".") }
}
