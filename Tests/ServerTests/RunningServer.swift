#if Server
import Foundation
import PseudoTerminal
import Testing

/// The real program, listening on this machine; it ends when this value does.
final class RunningServer {
    private let process = Process()
    private let output = Pipe()
    let port: Int
    private let scheme: String
    /// What it has printed up to where it listens.
    private(set) var lines: [String] = []

    /// Starts it, and waits until it listens.
    ///
    /// - Parameters:
    ///   - folder: For its files.
    ///   - port: Where it listens; nil for where nobody does.
    ///   - arguments: Beside those that all need.
    ///   - environment: What it is told beside them.
    ///   - scheme: What it speaks.
    /// - Throws: Where it ends at once.
    init(
        in folder: TemporaryFolder, at port: Int? = nil, _ arguments: [String] = [],
        knowing environment: [String: String] = [:], scheme: String = "http"
    ) throws {
        self.scheme = scheme
        self.port = try port ?? freePort()
        process.executableURL = URL(fileURLWithPath: try builtExecutable("preceptor-server"))
        process.arguments =
            ["run", "--folder", folder.path(of: "server"), "--listen", "127.0.0.1:\(self.port)"] + arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) { $1 }
        process.standardOutput = output
        try process.run()
        while let line = try line() {
            lines.append(line)
            if line.hasPrefix("Listening") { return }
        }
        process.waitUntilExit()
        throw NotListening(status: process.terminationStatus)
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    var address: String { "\(scheme)://127.0.0.1:\(port)" }

    /// The path of the link for the first administrator.
    var invitation: String? {
        lines.first { $0.contains("/invitation/") }?.split(separator: " ").last.map {
            String($0.dropFirst(address.count))
        }
    }

    /// Ends it with a signal, and tells its exit status.
    func end(by signal: Int32) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func line() throws -> String? {
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
            if byte == Data("\n".utf8) { return String(decoding: line, as: UTF8.self) }
            line += byte
        }
        return nil
    }

    /// What curl gets: the status first, then header and body.
    func curl(_ path: String, _ arguments: [String] = []) throws -> (status: Int, text: String) {
        let result = try run(
            "/usr/bin/curl", ["-s", "-i", "-m", "120", "-w", "\n%{http_code}"] + arguments + [address + path])
        let text = result.output
        let status = text.split(separator: "\n").last.flatMap { Int($0) } ?? 0
        return (status, text)
    }
}

private struct NotListening: Error {
    let status: Int32
}

/// A port that nobody listens on just now.
func freePort() throws -> Int {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
            _ = bind(socket, general, length)
            _ = getsockname(socket, general, &length)
        }
        return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
}
#endif
