#if Server
import Foundation
import PseudoTerminal
import PythonPackages
import Testing

@Suite struct `The server's program and others` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// How many lines a file has, once it has so many, or half a minute later.
    private func lines(of name: String, upTo count: Int) throws -> [Substring] {
        for _ in 0..<300 {
            let lines = (try folder.read(name) ?? "").split(separator: "\n")
            if lines.count >= count { return lines }
            usleep(100_000)
        }
        return (try folder.read(name) ?? "").split(separator: "\n")
    }

    @Test func `write letters, tell a record store, and send people to who vouches for them`() throws {
        let mail = try PythonServer(
            "Tests/CourierTests/Scripts/mail.py", of: "mail", [folder.path, "127.0.0.1", "good"])
        let records = try PythonServer("Tests/CourierTests/Scripts/records.py", of: "mail", [folder.path])
        let office = try PythonServer("Tests/SignOnTests/Scripts/provider.py", of: "signon", ["scripted"])
        let server = try RunningServer(
            in: folder,
            [
                "--demo", "--mail", "smtp://127.0.0.1:\(mail.port)", "--mail-from", "Exams <exams@example.org>",
                "--record-store", "http://127.0.0.1:\(records.port)/xapi", "--sign-in",
                "http://127.0.0.1:\(office.port)", "--sign-in-client", "house", "--sign-in-name", "the office",
            ], knowing: ["PRECEPTOR_LRS_KEY": "key", "PRECEPTOR_LRS_SECRET": "secret"])
        // Four are invited, three have an exam, two have handed it in.
        let letters = try lines(of: "letters.jsonl", upTo: 9)
        #expect(letters.count == 9 && letters.filter { $0.contains("ada@example.org") }.count == 3)
        #expect(try lines(of: "statements.json", upTo: 1).first?.contains("verbs/passed") == true)
        #expect(try folder.read("problems") == nil)
        let page = try server.curl("/sign-in")
        #expect(page.status == 200 && page.text.contains("Sign in by the office"))
        let sent = try server.curl("/sign-in/provider?to=%2F")
        #expect(sent.status == 303 && sent.text.contains("location: http://127.0.0.1:\(office.port)/authorize?"))
        #expect(server.end(by: SIGTERM) == 0)
    }

    @Test(arguments: [
        ["--mail", "mail.example.org", "--mail-from", "a@example.org"], ["--mail", "smtp://mail.example.org"],
        ["--mail", "smtp://mail.example.org", "--mail-from", "nobody"], ["--sign-in", "https://login.example.org"],
        ["--sign-in", "http://login.example.org", "--sign-in-client", "house"],
        ["--record-store", "http://lrs.example.org"],
    ])
    func `are not asked by what cannot be right`(arguments: [String]) throws {
        let result = try run(
            try builtExecutable("preceptor-server"),
            ["run", "--folder", folder.path(of: "server"), "--listen", "127.0.0.1:0"] + arguments)
        #expect(result.code == 64 && result.errors.hasPrefix("preceptor-server: "), "\(result.errors)")
    }
}
#endif
