import Glibc
import PseudoTerminal
import Testing

@Suite struct `Writing that goes wrong` {
    /// A few of all the calls and ways; `script/faults` tries every one.
    @Test func `loses nothing that was acknowledged, and leaves nothing half`() throws {
        let result = try run(
            "/usr/bin/env",
            ["python3", repository("Tests/Faults/faults.py"), try builtExecutable("preceptor"), "--every", "197"],
            environment: ["PATH": getenv("PATH").map { String(cString: $0) }], within: 600)
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains(" 0 crashes, 0 losses of what was acknowledged, 0 other problems"))
    }
}
