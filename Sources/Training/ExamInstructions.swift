import Examining
import Machine
import Reports

extension FormRecord {
    /// What is said of the number of items: an adaptive exam has as many as it takes.
    private var length: String {
        guard let adaptive else { return "\(count) items" }
        return adaptive.least == adaptive.most
            ? "\(adaptive.most) items" : "\(adaptive.least) to \(adaptive.most) items"
    }

    /// What a candidate is told before the exam begins: how much there is, how one moves, how it ends, what is agreed to.
    ///
    /// - Parameters:
    ///   - allotted: The time, where it is not the form's.
    ///   - zone: How times are told where the candidate is.
    ///   - isMock: Whether the exam is only tried out.
    /// - Returns: A paragraph each.
    func instructions(_ allotted: AllottedTime?, in zone: any Zone, isMock: Bool) -> [String] {
        let minutes = (allotted?.seconds ?? seconds) / 60
        let time = allotted.map { $0.words(in: zone) + " " } ?? ""
        let ways =
            navigation == "free"
            ? "next, back, go 7 move; an answer can be changed; flag marks an item to look at again; review lists them."
            : "The exam goes forward only: an answer, or next, leaves the item for good."
        let choice =
            adaptive == nil
            ? ""
            : " Each next item is chosen by your answers; next passes over the last one, which counts as not known."
        let end =
            isMock
            ? "submit hands it in; so do the end of the time and quit."
            : "submit hands it in; so does the end of the time. If you leave, the time runs on, and the same command "
                + "brings you back to the same item."
        let terms =
            isMock
            ? "There are no verdicts, hints or look-ups before the end. Then you go through every item with its key, and "
                + "what you answered counts for what is known of you. No attempt is used up."
            : "There are no verdicts, hints or look-ups. By agreeing you say that you are \(name ?? candidate), that you "
                + "work alone, and that you keep the items to yourself. What you do is logged."
        return ["\(length), \(minutes) minutes. \(time)To pass takes \(passMark) of 100.", ways + choice, end, terms]
    }
}
