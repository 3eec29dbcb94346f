import Glibc

/// Does something again and again, a few times a second, until Ctrl-C.
///
/// - Parameter body: What to do; what it throws ends the watch.
/// - Throws: What the body throws.
package func repeatUntilInterrupted(_ body: () throws -> Void) throws {
    let outcome = SignalWatch.during { () -> Result<Void, any Error> in
        while !SignalWatch.takeInterrupt() {
            do {
                try body()
            } catch {
                return .failure(error)
            }
            var pause = timespec(tv_sec: 0, tv_nsec: 150_000_000)
            nanosleep(&pause, nil)
        }
        return .success(())
    }
    try outcome.get()
}
