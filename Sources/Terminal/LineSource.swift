/// What came of asking for one line of input.
package enum LineEvent: Equatable, Sendable {
    /// A line, without its line ending.
    case line(String)
    /// The line was given up with Ctrl-C.
    case interrupted
    /// The line was given up because an alarm without a notice rang.
    case expired
    /// There is no more input: the end of the file, or Ctrl-D on an empty line.
    case ended
    /// Something came that is no line of text, and why; the next line can still be asked for.
    case unreadable(String)
}

/// A place lines come from: a person at a keyboard, a pipe, or a test's script.
package protocol LineSource: AnyObject {
    /// What is to be said, or done, while a line is waited for; those whose time has come are dropped.
    var alarms: [Alarm] { get set }
    /// Whether somebody sits at it and edits a line at a time, who can be asked to go on.
    var isInteractive: Bool { get }

    /// Waits for the next line; a source without a person at it shows no prompt.
    ///
    /// Whatever was written for the person to read must have been flushed before.
    func next(prompt: String) -> LineEvent
}

/// Lines written down beforehand, for tests.
package final class ScriptedSource: LineSource {
    package var alarms: [Alarm] = []
    package let isInteractive: Bool
    private var events: ArraySlice<LineEvent>
    /// The prompts that were asked with, in order.
    package private(set) var prompts: [String] = []

    /// A source that gives these events and then has ended.
    package init(_ events: [LineEvent], isInteractive: Bool = false) {
        self.isInteractive = isInteractive
        self.events = events[...]
    }

    package func next(prompt: String) -> LineEvent {
        prompts.append(prompt)
        return events.popFirst() ?? .ended
    }
}
