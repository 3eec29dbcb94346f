import Foundation
import PseudoTerminal

/// A running `records-probe`.
final class ProbeProcess {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()
    private var unread = Data()

    init(_ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: try builtExecutable("records-probe"))
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// The next line of its output; nil at the end.
    func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread = unread[(end + 1)...] }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard let more = chunk(of: output) else { return nil }
            unread.append(more)
        }
    }

    /// The numbers of the answers that it has acknowledged and that were not read yet, to the end.
    func acknowledgements() -> [Int64] {
        var numbers: [Int64] = []
        while let line = line() { if let number = Int64(line) { numbers.append(number) } }
        return numbers
    }

    /// Ends it as a power cut would.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Waits for its end: the exit status, and what it said on standard error.
    func end() -> (status: Int32, message: String) {
        var message = Data()
        while let more = chunk(of: errors) { message.append(more) }
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: message, as: UTF8.self))
    }

    /// Reads as much as is there; nil at the end. Foundation's own reading does not survive a signal.
    private func chunk(of pipe: Pipe) -> Data? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(pipe.fileHandleForReading.fileDescriptor, &buffer, buffer.count)
            if count > 0 { return Data(buffer[..<count]) }
            guard count < 0, errno == EINTR else { return nil }
        }
    }
}
