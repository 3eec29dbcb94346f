import Foundation
import Learning
import PseudoTerminal
import Testing
import records_probe

@testable import Stores

/// Places that cannot be written, tried as somebody who has no special rights.
@Suite struct RefusedPlaceTests {
    private static let nobody = "65534"
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        // Another user's process has to reach what is inside.
        chmod(folder.path, 0o755)
    }

    /// Runs the probe without special rights.
    private func attempt(_ path: String) throws -> (status: Int32, message: String) {
        try ProbeProcess(["write", path, "anna", "1", "--user", Self.nobody]).end()
    }

    @Test func `a folder that cannot be made`() throws {
        chmod(folder.path, 0o555)
        let path = folder.path(of: "home/records.sqlite")
        let (status, message) = try attempt(path)
        chmod(folder.path, 0o755)
        #expect(status == 74)
        #expect(message.hasPrefix("cannotMake: \(folder.path)/home cannot be made: Permission denied."))
        #expect(message.contains("PRECEPTOR_HOME"))
    }

    @Test func `a folder in which no file can be made`() throws {
        chmod(folder.path, 0o555)
        let path = folder.path(of: "records.sqlite")
        let (status, message) = try attempt(path)
        chmod(folder.path, 0o755)
        #expect(status == 74)
        #expect(message.hasPrefix("cannotMake: \(path) cannot be made: Permission denied."))
    }

    @Test func `a file that can be read only`() throws {
        let path = folder.path(of: "records.sqlite")
        try SQLiteLearnerStore(path: path).close()
        let before = try bytes(path)
        chmod(path, 0o444)
        chmod(folder.path, 0o777)
        let (status, message) = try attempt(path)
        #expect(status == 74)
        #expect(message.hasPrefix("cannotWrite: \(path) cannot be read and written: Permission denied."))
        #expect(try bytes(path) == before)
    }

    @Test func `a folder in which no journal can be made`() throws {
        let path = folder.path(of: "records.sqlite")
        try SQLiteLearnerStore(path: path).close()
        chmod(path, 0o666)
        chmod(folder.path, 0o555)
        let (status, message) = try attempt(path)
        chmod(folder.path, 0o755)
        #expect(status == 74)
        #expect(message.hasPrefix("cannotWrite: \(folder.path) cannot be read and written: Permission denied."))
    }

    @Test func `a folder under a file`() throws {
        let file = folder.path(of: "file")
        try Data("x".utf8).write(to: URL(fileURLWithPath: file))
        let error = #expect(throws: RecordsError.self) { try SQLiteLearnerStore(path: file + "/records.sqlite") }
        #expect(error?.kind == .cannotMake)
        #expect(error?.message.hasPrefix("\(file) cannot be made: Not a directory") == true)
    }

    @Test func `a place where even root makes no folder`() throws {
        let error = #expect(throws: RecordsError.self) {
            try SQLiteLearnerStore(path: "/proc/preceptor/records.sqlite")
        }
        #expect(error?.kind == .cannotMake)
        #expect(error?.message.hasPrefix("/proc/preceptor cannot be made: ") == true)
    }

    @Test func `a folder in the place of the file`() throws {
        let error = #expect(throws: RecordsError.self) { try SQLiteLearnerStore(path: folder.path) }
        #expect(error?.kind == .cannotWrite)
        #expect(error?.message.contains("it is a folder") == true)
    }
}
