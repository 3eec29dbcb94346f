import Foundation
package import PseudoTerminal

/// Packages that others wrote, run as they are published on PyPI.
///
/// A script takes the folder of its packages as its first argument and calls `packages.prepare`. They are installed on
/// the first run, which takes Python 3.11 or later with pip or venv, and the network.
package struct PythonPackages {
    private let name: String

    /// The packages of the list in `Lists` that has this name.
    package init(_ name: String) { self.name = name }

    /// Runs a script, given by its path, to its end.
    package func run(_ script: String, _ arguments: [String] = [], in folder: String? = nil) throws -> RunResult {
        let path = ["PYTHONPATH": repository("Tests/PythonPackages")]
        return try PseudoTerminal.run(
            "/usr/bin/env", ["python3", script, repository(".build-python/\(name)")] + arguments,
            environment: ProcessInfo.processInfo.environment.merging(path) { $1 }, in: folder, within: 600)
    }
}
