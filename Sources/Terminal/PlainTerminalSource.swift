/// A person at a terminal that cannot be written to out of order, or whose output goes elsewhere.
///
/// There is a prompt and no more editing than the terminal itself offers; Ctrl-C ends the program.
final class PlainTerminalSource: LineSource {
    private let keyboard = PipeSource(descriptor: 0)
    private let screen = Output(descriptor: 1)

    var alarms: [Alarm] {
        get { keyboard.alarms }
        set { keyboard.alarms = newValue }
    }
    let isInteractive = false

    func next(prompt: String) -> LineEvent {
        keyboard.show = { [screen] notice in
            screen.write("\n\(notice)\n\(prompt)")
            try? screen.flush()
        }
        show(prompt)
        let event = keyboard.next(prompt: prompt)
        if event == .ended || event == .expired {
            show("\n")
        }
        return event
    }

    /// Shows text at once; that it cannot be shown is for what writes the rest of the output to tell.
    private func show(_ text: String) {
        screen.write(text)
        try? screen.flush()
    }
}
