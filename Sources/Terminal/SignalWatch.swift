import Glibc
import Synchronization

/// Notes Ctrl-C and the return from a suspension while a line is being edited.
///
/// Ctrl-C between lines is kept for the next one. Once more, and it ends the program, so that one that hangs can be left.
enum SignalWatch {
    private static let interrupt = Atomic(false)
    private static let wasAborted = Atomic(false)
    private static let resumption = Atomic(false)

    /// Watches for as long as the body runs.
    static func during<Result>(_ body: () -> Result) -> Result {
        wasAborted.store(false, ordering: .relaxed)
        resumption.store(false, ordering: .relaxed)
        var formerInterrupt = handle(SIGINT) { _ in SignalWatch.interrupt.store(true, ordering: .relaxed) }
        var formerContinue = handle(SIGCONT) { _ in SignalWatch.resumption.store(true, ordering: .relaxed) }
        defer {
            sigaction(SIGINT, &formerInterrupt, nil)
            sigaction(SIGCONT, &formerContinue, nil)
        }
        return body()
    }

    /// Keeps Ctrl-C from ending the program between lines, from now on.
    static func standBy() {
        _ = handle(SIGINT) { number in
            guard SignalWatch.interrupt.exchange(true, ordering: .relaxed) else { return }
            signal(number, SIG_DFL)
            raise(number)
        }
    }

    /// Whether Ctrl-C came and was not yet answered.
    static var wasInterrupted: Bool { interrupt.load(ordering: .relaxed) }

    /// Whether Ctrl-C came since this was last asked.
    static func takeInterrupt() -> Bool { interrupt.exchange(false, ordering: .relaxed) }

    /// Whether this was not yet asked since the watch began.
    static func isFirstAbort() -> Bool {
        !wasAborted.exchange(true, ordering: .relaxed)
    }

    /// Whether the program came back from a suspension since this was last asked.
    static func takeResumption() -> Bool {
        resumption.exchange(false, ordering: .relaxed)
    }

    /// Whether something was noted and not yet dealt with.
    static var isPending: Bool {
        interrupt.load(ordering: .relaxed) || resumption.load(ordering: .relaxed)
    }

    /// Waits until a descriptor can be read or a signal comes, which is held back until the wait begins.
    ///
    /// `isReady` is asked with signals held back; if it says yes there is no wait. What cannot be waited for can be
    /// read: that tells why.
    ///
    /// - Parameters:
    ///   - descriptor: What is to be read.
    ///   - limit: The most milliseconds to wait; nil for as long as it takes.
    ///   - isReady: Whether there is something to be done already.
    /// - Returns: Whether the descriptor can be read; false where the limit was reached or a signal came.
    static func wait(for descriptor: Int32, atMost limit: Int32?, unless isReady: () -> Bool) -> Bool {
        var held = sigset_t()
        var former = sigset_t()
        sigfillset(&held)
        pthread_sigmask(SIG_BLOCK, &held, &former)
        defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
        guard !isReady() else { return false }
        var keys = fd_set(descriptor)
        guard let limit else {
            return pselect(descriptor + 1, &keys, nil, nil, nil, &former) > 0 || errno != EINTR
        }
        var pause = timespec(tv_sec: Int(limit) / 1_000, tv_nsec: Int(limit) % 1_000 * 1_000_000)
        let count = pselect(descriptor + 1, &keys, nil, nil, &pause, &former)
        return count > 0 || count < 0 && errno != EINTR
    }
}

/// Sets a handler that lets a wait for input be broken off; gives the former one.
private func handle(_ number: Int32, by handler: @escaping @convention(c) (Int32) -> Void) -> sigaction {
    var former = sigaction()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigemptyset(&action.sa_mask)
    sigaction(number, &action, &former)
    return former
}

extension fd_set {
    /// The set of one descriptor.
    fileprivate init(_ descriptor: Int32) {
        self.init()
        withUnsafeMutableBytes(of: &self) { bits in
            bits[Int(descriptor) / 8] |= 1 << (descriptor % 8)
        }
    }
}
