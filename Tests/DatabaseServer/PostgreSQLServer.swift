import Foundation
import PseudoTerminal
import Synchronization

/// A PostgreSQL server of the tests' own. It ends when this value does, or with the process.
package final class PostgreSQLServer: @unchecked Sendable {
    /// Only ever waited for.
    private let process = Process()
    /// The folder of its socket.
    package let folder: String
    private let input: FileHandle
    private let names = Mutex(0)

    /// Starts a server, which takes a second or two.
    ///
    /// - Parameter settings: Beside those that all have.
    /// - Throws: Where there is none here, or it does not start.
    package init(_ settings: [String] = []) throws {
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments =
            [repository("Tests/DatabaseServer/postgresql.sh")] + settings.flatMap { ["-c", $0] }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8), !byte.isEmpty {
            line += byte
        }
        guard !line.isEmpty else { throw NoServer(description: "no PostgreSQL server could be started; see above") }
        folder = String(decoding: line, as: UTF8.self)
        self.input = input.fileHandleForWriting
    }

    deinit { try? input.close() }

    /// Ends the server, and waits until it is gone.
    package func stop() {
        try? input.close()
        process.waitUntilExit()
    }

    /// The one that tests share which do it no harm.
    package static let shared = Result { try PostgreSQLServer() }

    /// Where a database is that nothing is kept in yet.
    package func emptyDatabase() throws -> String {
        let schema = names.withLock { names in
            names += 1
            return "t\(names)"
        }
        let result = try run(
            "/usr/bin/psql", ["-q", "-h", folder, "-U", "preceptor", "-d", "postgres", "-c", "CREATE SCHEMA \(schema)"])
        guard result.code == 0 else { throw NoServer(description: result.errors) }
        return "postgres://preceptor@/postgres?host=\(folder)&options=-csearch_path%3D\(schema)"
    }
}

/// The databases that keep the same promises.
package enum DatabaseKind: String, CaseIterable, Sendable {
    case sqlite, postgresql

    /// Where a database of this kind is that nothing is kept in yet.
    package func place(in folder: String) throws -> String {
        switch self {
        case .sqlite: "\(folder)/server.sqlite"
        case .postgresql: try PostgreSQLServer.shared.get().emptyDatabase()
        }
    }
}

/// Why there is no database to try things on.
private struct NoServer: Error, CustomStringConvertible {
    let description: String
}
