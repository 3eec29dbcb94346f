import Foundation
import PseudoTerminal
import Testing
import records_probe

@testable import Stores

@Suite struct KillTests {
    /// How often the process is killed; more by hand.
    private static let kills = ProcessInfo.processInfo.environment["RECORDS_KILLS"].flatMap { Int($0) } ?? 40

    @Test func `a process that is killed at any moment loses no acknowledged answer`() throws {
        let folder = try TemporaryFolder()
        var random = Seeded(1)
        var acknowledged: [Int64] = []
        for _ in 0..<Self.kills {
            let probe = try ProbeProcess(["write", folder.records, "anna", "0"])
            // Some are killed while they open the file, most while they write.
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                if let line = probe.line(), let number = Int64(line) { acknowledged.append(number) }
            }
            usleep(UInt32.random(in: 0...4_000, using: &random))
            probe.kill()
            acknowledged += probe.acknowledgements()
            #expect(probe.end().status == SIGKILL)
            try expectKept(acknowledged, in: folder.records)
        }
        #expect(acknowledged.count > Self.kills)
    }
}
