import Foundation
import PseudoTerminal
import PythonPackages

/// The Python packages of the open-spaced-repetition project, run as they are published.
enum ReferencePackages {
    /// Runs a script of `Reference` that writes a file of numbers, and gives them line by line.
    ///
    /// The arguments are what the script takes after the folder of the packages and the file to write.
    static func rows(of columns: Int, from script: String, _ arguments: [String]) throws -> [ArraySlice<Double>] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
        let output = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: output) }
        let result = try PythonPackages("fsrs").run(
            root.appending(path: "Reference/\(script)").path, [output.path] + arguments)
        guard result.status == .exited(0) else { throw ScriptFailed(script: script, errors: result.errors) }
        let numbers = numbers(in: try Data(contentsOf: output))
        return stride(from: 0, to: numbers.count, by: columns).map { numbers[$0..<min($0 + columns, numbers.count)] }
    }

    struct ScriptFailed: Error {
        let script: String
        let errors: String
    }

    /// Numbers with one character after each. Splitting text takes a debug build many seconds.
    private static func numbers(in data: Data) -> [Double] {
        (data + [0]).withUnsafeBytes { bytes in
            var numbers: [Double] = []
            guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return numbers }
            var place = start
            while place < start + data.count {
                var end: UnsafeMutablePointer<CChar>?
                numbers.append(strtod(place, &end))
                guard let end, UnsafePointer(end) > place else { return [] }
                place = UnsafePointer(end) + 1
            }
            return numbers
        }
    }
}
