import Foundation
import PseudoTerminal

/// A server that others wrote, on this machine; it ends when this value does, or with the process.
package final class PythonServer: @unchecked Sendable {
    /// Only ever waited for.
    private let process = Process()
    private let input = Pipe()
    /// Where it listens.
    package let port: Int

    /// Starts a script, and waits until it tells its port. Its packages are installed the first time.
    ///
    /// - Parameters:
    ///   - script: Its path.
    ///   - packages: The list of its packages.
    ///   - arguments: Behind the folder of packages.
    /// - Throws: Where it tells none.
    package init(_ script: String, of packages: String, _ arguments: [String]) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", repository(script), repository(".build-python/\(packages)")]
            + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONPATH": repository("Tests/PythonPackages")]
        ) { $1 }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8), !byte.isEmpty {
            line += byte
        }
        guard let port = Int(String(decoding: line, as: UTF8.self)) else { throw NoServer(script: script) }
        self.port = port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}

private struct NoServer: Error {
    let script: String
}
