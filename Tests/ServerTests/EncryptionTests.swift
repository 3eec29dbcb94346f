#if Server
import Foundation
import PseudoTerminal
import SelfSigned
import Testing

@Suite struct `An encrypted server` {
    private let folder: TemporaryFolder
    private let files: SelfSigned

    init() throws {
        folder = try TemporaryFolder()
        files = try SelfSigned("exams", in: folder)
    }

    private var options: [String] { ["--tls-certificate", files.chain, "--tls-key", files.key] }

    @Test func `speaks https, and nothing else`() throws {
        let server = try RunningServer(in: folder, options, scheme: "https")
        let trusting = ["--cacert", files.chain]
        #expect(try server.curl("/health/ready").status == 0, "nobody vouches for it")
        #expect(try server.curl("/health/ready", trusting).status == 200)
        let plain = try run("/usr/bin/curl", ["-s", "-m", "120", "http://127.0.0.1:\(server.port)/health/ready"])
        #expect(plain.code != 0 && plain.output == "")
        #expect(try server.curl("/health/ready", trusting + ["--tls-max", "1.1", "--ciphers", "ALL"]).status == 0)
        let link = try #require(server.invitation)
        let entered = try server.curl(
            link,
            trusting + [
                "-H", "Origin: \(server.address)", "--data-urlencode", "name=Root", "--data-urlencode",
                "address=root@example.org", "--data-urlencode", "password=correct horse battery",
            ])
        #expect(entered.status == 303 && entered.text.contains("__Host-preceptor=") && entered.text.contains("Secure"))
        #expect(entered.text.contains("strict-transport-security"))
        // What is long either way comes whole, and several are asked by one connection.
        try folder.write(String(repeating: "a", count: 2_000_000), to: "large")
        let large = try server.curl("/packs", trusting + ["--data-binary", "@" + folder.path(of: "large")])
        #expect(large.status == 403 || large.status == 401 || large.status == 303, "\(large.text)")
        let style = try #require(try readFile(repository("Sources/Web/Static/style.css")))
        let several = try run(
            "/usr/bin/curl",
            trusting + ["-s", "-m", "120"] + Array(repeating: "\(server.address)/static/style.css", count: 3))
        #expect(several.output.hasSuffix(style) && several.output.utf8.count == 3 * style.utf8.count)
        #expect(server.end(by: SIGTERM) == 0)
    }

    @Test func `goes on whatever strangers say`() throws {
        let server = try RunningServer(in: folder, options, scheme: "https")
        for words in ["", "GET / HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}", String(repeating: "x", count: 100_000)] {
            _ = try run(
                "/bin/bash", ["-c", "cat > /dev/tcp/127.0.0.1/$0 2>/dev/null", "\(server.port)"], input: words)
        }
        #expect(try server.curl("/health/ready", ["--cacert", files.chain]).status == 200)
    }

    @Test func `tells what it cannot show`() throws {
        let program = try builtExecutable("preceptor-server")
        let options = ["run", "--folder", folder.path(of: "server")]
        let half = try run(program, options + ["--tls-key", files.key])
        #expect(half.code == 64 && half.errors.contains("a certificate needs its key, and a key its certificate"))
        let wrong = try run(program, options + ["--tls-certificate", files.key, "--tls-key", files.key])
        #expect(wrong.code == 66 && wrong.errors.contains("exams.key is no certificate in PEM that can be read"))
    }
}
#endif
