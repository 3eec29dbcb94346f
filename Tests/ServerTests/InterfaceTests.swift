#if Server
import Foundation
import PseudoTerminal
import PythonPackages
import Testing

@Suite struct `The interface for programs` {
    /// Every operation with some dozen requests, right and wrong; `PRECEPTOR_THOROUGH=1` tries many times as much.
    @Test func `is as it describes itself, whatever is sent`() throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(in: folder, ["--demo"])
        let result = try PythonPackages("interface").run(
            repository("Tests/ServerTests/Scripts/interface.py"),
            [server.address, try key(of: server, folder), "\(Thoroughness.tries(12, full: 400))"])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("valid: "))
        #expect(try server.curl("/health/ready").status == 200)
    }

    /// A key of the demo's lead for everything.
    private func key(of server: RunningServer, _ folder: TemporaryFolder) throws -> String {
        let form = [
            "-b", folder.path(of: "cookies"), "-c", folder.path(of: "cookies"), "-H", "Origin: \(server.address)",
        ]
        let entered = try server.curl(
            "/sign-in",
            form + ["--data-urlencode", "address=lena@example.org", "--data-urlencode", "password=try it out today"])
        #expect(entered.status == 303)
        let page = try server.curl("/keys", form).text
        let formKey = try #require(page.firstMatch(of: /name="key" value="([^"]+)"/))
        let scopes = page.matches(of: /name="scope" value="([^"]+)"/).flatMap { ["--data-urlencode", "scope=\($0.1)"] }
        let made = try server.curl(
            "/keys", form + scopes + ["-d", "name=fuzz&days=1", "--data-urlencode", "key=\(formKey.1)"])
        return String(try #require(made.text.firstMatch(of: /<code>([A-Za-z0-9_-]{43})<\/code>/)).1)
    }
}
#endif
