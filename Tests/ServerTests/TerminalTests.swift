#if Server
import Foundation
import PseudoTerminal
import Testing

/// Ada of the demo, who trains in a browser and in a terminal.
@Suite struct `A learner in browser and terminal` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func preceptor(_ words: String..., input: String = "") throws -> RunResult {
        try run(
            try builtExecutable("preceptor"), words, input: input,
            environment: ["PRECEPTOR_HOME": folder.path(of: "home"), "HOME": folder.path])
    }

    private func train() throws -> RunResult { try preceptor("train", "--count", "2", input: "skip\n\nskip\n\n") }

    private func form(_ server: RunningServer) -> [String] {
        ["-b", folder.path(of: "jar"), "-c", folder.path(of: "jar"), "-H", "Origin: \(server.address)"]
    }

    private func key(of server: RunningServer) throws -> String {
        _ = try server.curl(
            "/sign-in",
            form(server) + [
                "--data-urlencode", "address=ada@example.org", "--data-urlencode", "password=try it out today",
            ])
        let page = try server.curl("/account/terminals", form(server)).text
        let formKey = try #require(page.firstMatch(of: /name="key" value="([^"]+)"/))
        let made = try server.curl(
            "/account/terminals", form(server) + ["-d", "name=laptop", "--data-urlencode", "key=\(formKey.1)"])
        return String(try #require(made.text.firstMatch(of: /<code>([A-Za-z0-9_-]{43})<\/code>/)).1)
    }

    /// How many answers the server has of Ada's.
    private func count(on server: RunningServer, _ key: String) throws -> Int {
        try server.curl("/api/v1/training/answers?limit=1000", ["-H", "Authorization: Bearer \(key)"])
            .text.matches(of: /"number":/).count
    }

    /// Answers an item in the browser.
    private func skip(on server: RunningServer) throws {
        let page = try server.curl("/training/home-infusion", form(server)).text
        let formKey = try #require(page.firstMatch(of: /name="key" value="([^"]+)"/))
        let item = try #require(page.firstMatch(of: /name="item" value="([^"]+)"/))
        let answered = try server.curl(
            "/training/home-infusion",
            form(server) + [
                "-d", "do=skip", "--data-urlencode", "item=\(item.1)", "--data-urlencode", "key=\(formKey.1)",
            ])
        #expect(answered.status == 303 || answered.status == 200)
    }

    @Test func `has the same records in both, with the network cut and both at work meanwhile`() throws {
        var server = try RunningServer(in: folder, ["--demo"])
        let port = server.port
        let key = try key(of: server)
        let before = try count(on: server, key)
        #expect(before > 0)
        let login = try preceptor("login", server.address, input: key + "\n")
        #expect(
            login.code == 0
                && login.output.contains("You train as Ada of \(server.address). Sent: 0. Taken: \(before)."),
            "\(login)")
        _ = try train()
        #expect(try count(on: server, key) == before + 2)
        // No network: what is answered is kept here.
        #expect(server.end(by: SIGTERM) == 0)
        let alone = try train()
        #expect(alone.code == 0 && alone.errors.contains("what you do is kept here, and sent the next time"))
        // Meanwhile something is answered in the browser.
        server = try RunningServer(in: folder, at: port)
        try skip(on: server)
        #expect(try count(on: server, key) == before + 3)
        let again = try train()
        #expect(again.code == 0 && !again.errors.contains("sent the next time"), "\(again.errors)")
        #expect(try count(on: server, key) == before + 7)
        let link = try String(contentsOfFile: folder.path(of: "home/team.json"), encoding: .utf8)
        // Sent once more from the beginning, nothing counts twice.
        try folder.write(link.replacing(/"(sent|taken)":\d+/) { "\"\($0.1)\":0" }, to: "home/team.json")
        let logout = try preceptor("logout")
        #expect(logout.code == 0, "\(logout.errors)")
        #expect(try count(on: server, key) == before + 7)
        #expect(try preceptor("logout").code == 66)
        let learner = try #require(link.firstMatch(of: /"learner":"([^"]+)"/))
        let kept = try preceptor("train", "--count", "1", "--learner", String(learner.1), input: "skip\n\n")
        #expect(kept.code == 0)
        #expect(try count(on: server, key) == before + 7)
    }

    @Test func `is told why where it does not go`() throws {
        let server = try RunningServer(in: folder, ["--demo"])
        let wrong = try preceptor("login", server.address, input: String(repeating: "a", count: 43))
        #expect(wrong.code == 64 && wrong.errors.contains("does not let this terminal in"), "\(wrong.errors)")
        #expect(try preceptor("login", server.address, input: "nonsense\n").errors.contains("that is no key"))
        #expect(try preceptor("login", "http://exams.example.org").errors.contains("asked by https://"))
        #expect(try preceptor("login", "exams").code == 64)
        let nowhere = try preceptor("login", "http://127.0.0.1:1", input: String(repeating: "a", count: 43))
        #expect(nowhere.code == 74 && nowhere.errors.contains("the server cannot be reached"), "\(nowhere.errors)")
    }
}
#endif
