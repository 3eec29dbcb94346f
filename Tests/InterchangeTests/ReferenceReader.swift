import Foundation
import PseudoTerminal
import Testing

/// Runs the readers that others wrote, as they are published on PyPI; they are installed on the first run, which takes
/// Python 3.11 or later with pip or venv, and the network.
enum ReferenceReader {
    /// What a script of `Reference` prints as JSON. The arguments are what it takes after the folder of the packages.
    static func read<Value: Decodable>(_ script: String, _ arguments: [String]) throws -> Value {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
        let packages = root.appending(path: "../../.build-python/interchange").standardized.path
        let result = try run(
            "/usr/bin/env", ["python3", root.appending(path: "Reference/\(script)").path, packages] + arguments,
            environment: ProcessInfo.processInfo.environment.mapValues { $0 }, within: 600)
        try #require(result.status == .exited(0), "\(script): \(result.errors)")
        return try JSONDecoder().decode(Value.self, from: Data(result.outputBytes))
    }
}
