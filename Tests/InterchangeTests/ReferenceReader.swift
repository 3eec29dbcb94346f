import Foundation
import PseudoTerminal
import PythonPackages
import Testing

/// Runs the readers that others wrote, as they are published on PyPI.
enum ReferenceReader {
    /// What a script of `Reference` prints as JSON. The arguments are what it takes after the folder of the packages.
    static func read<Value: Decodable>(_ script: String, _ arguments: [String]) throws -> Value {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
        let result = try PythonPackages("interchange").run(root.appending(path: "Reference/\(script)").path, arguments)
        try #require(result.status == .exited(0), "\(script): \(result.errors)")
        return try JSONDecoder().decode(Value.self, from: Data(result.outputBytes))
    }
}
