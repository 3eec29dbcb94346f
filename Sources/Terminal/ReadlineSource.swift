import CReadline
import Glibc
import Machine
import Synchronization

/// A person at a terminal, with GNU readline: editing, history, completion, and the person's own inputrc.
///
/// Readline keeps its state in globals, so there is to be one of these in a program and one thread asking it. It is
/// to be made before other threads are, since it may change the environment.
package final class ReadlineSource: LineSource {
    package var alarms: [Alarm] {
        get { ringing.withLock { $0 } }
        set { ringing.withLock { $0 = newValue } }
    }
    package let isInteractive = true
    private var historyFile: HistoryFile?
    private var lastKept: String?
    private var hasAsked = false

    /// A source under the name that `$if` in an inputrc goes by; without a path, history lasts as long as the run.
    package init(program: String, history: String?, complete: @escaping Completer) {
        useUTF8()
        historyFile = history.map(HistoryFile.init)
        completer.withLock { $0 = complete }
        // Readline keeps both pointers for as long as the program runs.
        rl_readline_name = UnsafePointer(strdup(program))
        rl_completer_word_break_characters = UnsafePointer(strdup(" \t\n,;"))
        rl_attempted_completion_function = { text, _, end in completions(of: text, end: end) }
        rl_getc_function = { stream in readKey(stream) }
        // It would set LINES and COLUMNS behind the back of every other thread.
        rl_change_environment = 0
        using_history()
        stifle_history(Int32(HistoryFile.limit))
        for line in historyFile?.load() ?? [] {
            keepInMemory(line)
        }
    }

    package func next(prompt: String) -> LineEvent {
        if hasAsked {
            // The window may have changed its size while nobody was asked.
            rl_reset_screen_size()
        } else {
            SignalWatch.standBy()
        }
        hasAsked = true
        hasExpired.store(false, ordering: .relaxed)
        let typed = SignalWatch.during { readline(promptForEditor(prompt)) }
        let wasInterrupted = SignalWatch.takeInterrupt()
        guard let typed else {
            endPromptLine()
            if hasExpired.load(ordering: .relaxed) { return .expired }
            return wasInterrupted ? .interrupted : .ended
        }
        defer { free(typed) }
        guard !hasExpired.load(ordering: .relaxed) else { return .expired }
        guard !wasInterrupted else { return .interrupted }
        let event = decodeTyped(typed)
        if case .line(let line) = event {
            keep(line)
        }
        return event
    }

    private func keep(_ line: String) {
        let isBlank = line.allSatisfy(\.isWhitespace)
        guard !isBlank, line != lastKept else { return }
        keepInMemory(line)
        historyFile?.append(line)
    }

    private func keepInMemory(_ line: String) {
        add_history(line)
        lastKept = line
    }
}

/// Alarms, and whether one gave up the line; readline's callback can hold nothing of its own.
private let ringing = Mutex<[Alarm]>([])
private let hasExpired = Atomic(false)

/// What completes words; readline's callback can hold nothing of its own.
private let completer = Mutex<Completer?>(nil)

/// Makes readline take a character beyond ASCII for one character.
///
/// Only the category that decides that is set: numbers and dates are read and written the same everywhere.
private func useUTF8() {
    setlocale(LC_CTYPE, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
    if codeset != "UTF-8" {
        setlocale(LC_CTYPE, "C.UTF-8")
        // Readline sets the category itself, again and again, from the environment alone.
        setenv("LC_ALL", "C.UTF-8", 1)
    }
}

/// A line as readline gives it; the line ends in a pasted text count as spaces.
private func decodeTyped(_ typed: UnsafeMutablePointer<CChar>) -> LineEvent {
    let count = strlen(typed)
    return typed.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
        for position in 0..<count where bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r") {
            bytes[position] = UInt8(ascii: " ")
        }
        return decodeLine(UnsafeBufferPointer(start: bytes, count: count))
    }
}

/// Leaves the prompt's line after Ctrl-D, which readline does itself if it has bracketed paste to switch off.
private func endPromptLine() {
    guard let value = rl_variable_value("enable-bracketed-paste"), strcmp(value, "on") == 0 else {
        putchar(10)
        fflush(nil)
        return
    }
}

// MARK: - Keys

/// Waits for a key without waking up for anything but a key or a signal.
private func readKey(_ stream: UnsafeMutablePointer<FILE>?) -> Int32 {
    let descriptor = stream.map { fileno($0) } ?? 0
    while true {
        rl_check_signals()
        if SignalWatch.takeResumption() {
            redraw()
        }
        ring()
        if SignalWatch.wasInterrupted || hasExpired.load(ordering: .relaxed) {
            return keyThatGivesUp()
        }
        let pause = ringing.withLock { $0.wait }
        guard
            SignalWatch.wait(
                for: descriptor, atMost: pause, unless: { rl_pending_signal() != 0 || SignalWatch.isPending })
        else { continue }
        var key: UInt8 = 0
        let count = read(descriptor, &key, 1)
        if count == 1 {
            return Int32(key)
        }
        let isPassing = count < 0 && (errno == EINTR || errno == EAGAIN)
        if !isPassing {
            return EOF
        }
    }
}

/// Shows the notices whose time has come above the line, which stays as it is with the cursor where it was.
private func ring() {
    for alarm in ringing.withLock({ $0.takeRinging() }) {
        guard let notice = alarm.notice else { return hasExpired.store(true, ordering: .relaxed) }
        rl_clear_visible_line()
        puts(printable(notice))
        fflush(nil)
        rl_on_new_line()
        rl_redisplay()
    }
}

/// The key that ends the line after Ctrl-C, or first what the person was in the middle of: a search, a question
/// whether to list all completions, a key of several strokes.
private func keyThatGivesUp() -> Int32 {
    let inTheMiddle =
        RL_STATE_METANEXT | RL_STATE_MOREINPUT | RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_SEARCH
        | RL_STATE_NUMERICARG | RL_STATE_VIMOTION | RL_STATE_MULTIKEY | RL_STATE_CHARSEARCH
    guard rl_readline_state & UInt(inTheMiddle) == 0 else {
        // A paste whose end never comes does not know Ctrl-G, but ends with the input.
        return SignalWatch.isFirstAbort() ? Int32(UInt8(ascii: "g") & 0x1F) : EOF
    }
    rl_done = 1
    return Int32(UInt8(ascii: "\n"))
}

/// Shows the line again on the line below, after the shell wrote and perhaps changed how the terminal behaves.
private func redraw() {
    rl_deprep_terminal()
    rl_prep_terminal(1)
    rl_reset_screen_size()
    rl_forced_update_display()
}

// MARK: - Completion

/// The array readline wants: what all candidates have in common, the candidates if there are several, and nil.
private func completions(
    of text: UnsafePointer<CChar>?,
    end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    // Without this readline would offer the names of files.
    rl_attempted_completion_over = 1
    guard let text, let buffer = rl_line_buffer, let complete = completer.withLock({ $0 }) else { return nil }
    let word = String(cString: text)
    let line = UnsafeRawBufferPointer(start: buffer, count: Int(end))
    let candidates = complete(word, String(decoding: line, as: UTF8.self)).filter {
        !$0.isEmpty && printable($0) == $0
    }
    guard let first = candidates.first else { return nil }
    let isOnly = candidates.allSatisfy { $0 == first }
    let entries = isOnly ? [first] : [commonBeginning(candidates, atLeast: word)] + candidates
    let size = (entries.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = malloc(size) else { return nil }
    let array = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
    for (position, entry) in entries.enumerated() {
        array[position] = strdup(entry)
    }
    array[entries.count] = nil
    return array
}

/// What all candidates begin with; never less than what was typed, which readline would take away.
private func commonBeginning(_ candidates: [String], atLeast word: String) -> String {
    var common = candidates.first ?? ""
    for candidate in candidates {
        common = String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
    }
    return common.hasPrefix(word) ? common : word
}
