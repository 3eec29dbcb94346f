import Foundation
import PseudoTerminal
import PythonPackages
import Testing

@Suite struct `preceptor exam certificate` {
    private let preceptor: Program
    private let exam: LessonExam
    /// The log of an attempt that was passed.
    private let log: String

    init() throws {
        preceptor = try Program()
        let made = try preceptor(
            "exam", "issuer", "init", "--name", "Example Team", "--url", "https://example.org/team")
        #expect(made.code == 0, "\(made.errors)")
        exam = try LessonExam(preceptor)
        log = try exam.sit("Ada Byron")
    }

    private func issue(_ folder: String, for attempt: String? = nil, days: String = "30") throws -> RunResult {
        try preceptor.call([
            "exam", "certificate", attempt ?? log, "--email", "ada@example.org", "--achievement",
            "Home infusion nursing visits", "--days", days, "--out", folder, "--json",
        ])
    }

    private func id(_ result: RunResult) throws -> String {
        struct Issued: Decodable { let id: String }
        return try JSONDecoder().decode(Issued.self, from: Data(result.outputBytes)).id
    }

    @Test func `makes a token, a badge and a page that are all good`() throws {
        #expect(try issue("ada").code == 0)
        for file in ["ada/certificate.jwt", "ada/badge.svg", "ada/badge.png", "ada/certificate.html"] {
            let result = try preceptor("exam", "verify", file)
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.hasPrefix("\(file): good\n"))
            for fact in ["Ada Byron", "90 to 100 %", "Home infusion", "Reached 60 of 100 in 5", "Example Team"] {
                #expect(result.output.contains(fact))
            }
        }
        let head = try preceptor.bash("tail -1 \(log) | grep -o '\"hash\":\"[^\"]*' | cut -d'\"' -f4").output
        #expect(head.count == 65)
        #expect(try preceptor("exam", "verify", "ada/badge.svg").output.contains(head.dropLast()))
        let again = try issue("ada")
        #expect(again.code == 73 && again.errors.contains("ada is there already"))
    }

    @Test func `is verified elsewhere with the issuer's public document`() throws {
        #expect(try issue("ada").code == 0)
        let document = try preceptor("exam", "issuer", "show").output
        #expect(!document.contains("PRIVATE"))
        try preceptor.folder.write(document, to: "issuer.json")
        var elsewhere = preceptor
        elsewhere.environment["PRECEPTOR_HOME"] = preceptor.folder.path(of: "elsewhere")
        #expect(try elsewhere("exam", "verify", "ada/badge.svg", "--issuer", "issuer.json").code == 0)
        let nobody = try elsewhere("exam", "verify", "ada/badge.svg")
        #expect(nobody.code == 66 && nobody.errors.contains("exam issuer init"))
        let init2 = try elsewhere("exam", "issuer", "init", "--name", "Other", "--url", "https://example.com")
        #expect(init2.code == 0)
        let unknown = try elsewhere("exam", "verify", "ada/certificate.jwt")
        #expect(unknown.code == 1 && unknown.errors.contains(": unknown-key: "))
    }

    @Test func `is refused when forged, cut off or out of its time`() throws {
        #expect(try issue("ada").code == 0)
        let token = try #require(try preceptor.folder.read("ada/certificate.jwt"))
        let parts = token.split(separator: ".")
        try preceptor.folder.write("\(parts[0]).\(parts[1].dropLast(4))AAAA.\(parts[2])", to: "forged.jwt")
        try preceptor.folder.write(String(token.prefix(700)), to: "cut.jwt")
        try preceptor.folder.write(
            String(try #require(try preceptor.folder.read("ada/badge.svg")).prefix(900)), to: "cut.svg")
        let cases: [(arguments: [String], check: String)] = [
            (["forged.jwt"], "forged"), (["cut.jwt"], "truncated"), (["cut.svg"], "truncated"),
            (["ada/badge.svg", "--on", "2099-01-01"], "expired"),
            (["ada/badge.svg", "--on", "2020-01-01"], "not-yet-valid"),
        ]
        for (arguments, check) in cases {
            let result = try preceptor.call(["exam", "verify"] + arguments)
            #expect(result.code == 1 && result.output == "" && result.errors.contains("\(arguments[0]): \(check): "))
            let json = try preceptor.call(["exam", "verify", "--json"] + arguments)
            #expect(json.code == 1 && json.output.hasPrefix("{\"valid\":false,\"check\":\"\(check)\","))
        }
    }

    @Test func `is good after the key was changed, and not after it was taken back`() throws {
        let old = try id(try issue("old"))
        #expect(try preceptor("exam", "issuer", "rotate").code == 0)
        #expect(try issue("new").code == 0)
        #expect(try preceptor("exam", "verify", "old/badge.svg").code == 0)
        #expect(try preceptor("exam", "verify", "new/badge.svg").code == 0)
        let pems = try preceptor("exam", "issuer", "show", "--pem").output
        #expect(pems.components(separatedBy: "BEGIN PUBLIC KEY").count == 3)

        #expect(try preceptor("exam", "issuer", "revoke", old, "--reason", "issued by mistake").code == 0)
        let revoked = try preceptor("exam", "verify", "old/badge.svg")
        #expect(revoked.code == 1 && revoked.errors.contains(": revoked: "))
        #expect(revoked.errors.contains("issued by mistake"))
        #expect(try preceptor("exam", "verify", "new/badge.svg").code == 0)
        #expect(try preceptor("exam", "issuer", "revoke", old, "--reason", "again").code == 1)
        #expect(try preceptor("exam", "issuer", "revoke", "x", "--reason", "x").code == 64)
    }

    @Test func `has keys that their owner alone can read, and one private key at a time`() throws {
        func modes() throws -> [String] {
            try preceptor.bash("stat -c '%a %n' home/issuer home/issuer/* | sed 's/key-.*pem/key/'").output
                .split(separator: "\n").map(String.init)
        }
        let expected = ["700 home/issuer", "600 home/issuer/issuer.json", "600 home/issuer/key"]
        #expect(try modes() == expected)
        #expect(try preceptor("exam", "issuer", "rotate").code == 0)
        #expect(try modes() == expected)
        let again = try preceptor("exam", "issuer", "init", "--name", "x", "--url", "https://example.org")
        #expect(again.code == 73 && again.errors.contains("exam issuer rotate"))

        #expect(try preceptor.bash("chmod 644 home/issuer/key-*").code == 0)
        let open = try issue("ada")
        #expect(open.code == 65 && open.errors.contains("chmod 600"))
        #expect(try preceptor.bash("rm home/issuer/key-*").code == 0)
        #expect(try issue("ada").code == 66)
        #expect(try preceptor.folder.read("ada/badge.svg") == nil)
    }

    @Test func `has facts that can be read`() throws {
        for result in [try issue("b", days: "0"), try issue("c", days: "99999999")] {
            #expect(result.code == 64 && result.errors.hasPrefix("preceptor: "))
        }
        try preceptor.folder.write("hello\n", to: "other.txt")
        let other = try preceptor("exam", "verify", "other.txt")
        #expect(other.code == 65 && other.errors.contains("nothing that can be verified"))
        #expect(try preceptor("exam", "verify", "nowhere").code == 66)
        #expect(try preceptor("exam", "verify", "other.txt", "--issuer", "other.txt").code == 65)
        #expect(try issue("d").code == 0)
        #expect(try preceptor("exam", "verify", "d/badge.svg", "--issuer", "other.txt").code == 65)
        #expect(try preceptor("exam", "verify", "d/badge.svg", "--on", "tomorrow").code == 64)
    }

    @Test func `is found in a status list once it was taken back, and an old issuer's file is told`() throws {
        let before = try preceptor("exam", "issuer", "status")
        #expect(before.code == 64 && before.errors.contains("--url"))
        #expect(try issue("before").code == 0)
        let address = "https://example.org/team/status.jwt"
        let list = try preceptor("exam", "issuer", "status", "--url", address)
        #expect(list.code == 0, "\(list.errors)")
        let first = try id(try issue("first"))
        #expect(try issue("second").code == 0)
        try preceptor.folder.write(list.output, to: "status.jwt")
        for folder in ["first", "second"] {
            let verified = try preceptor("exam", "verify", "\(folder)/badge.png", "--status-list", "status.jwt")
            #expect(verified.code == 0, "\(verified.errors)")
        }
        let nameless = try preceptor("exam", "verify", "before/badge.png", "--status-list", "status.jwt")
        #expect(nameless.code == 0 && nameless.errors.contains("names no status list"), "\(nameless.errors)")
        try preceptor.folder.write("e.e.e", to: "forged.jwt")
        let forged = try preceptor("exam", "verify", "first/badge.png", "--status-list", "forged.jwt")
        #expect(forged.code == 1 && forged.errors.contains("no list that this issuer signed"), "\(forged.errors)")
        // Whoever has an issuer's file from before learns of it by the list alone.
        try preceptor.folder.write(try preceptor("exam", "issuer", "show").output, to: "issuer.json")
        #expect(try preceptor("exam", "issuer", "revoke", first, "--reason", "a slip").code == 0)
        try preceptor.folder.write(try preceptor("exam", "issuer", "status").output, to: "status.jwt")
        let revoked = try preceptor(
            "exam", "verify", "first/badge.svg", "--issuer", "issuer.json", "--status-list", "status.jwt")
        #expect(revoked.code == 1 && revoked.errors.contains(": revoked: "), "\(revoked.errors)")
        let good = try preceptor(
            "exam", "verify", "second/badge.svg", "--issuer", "issuer.json", "--status-list", "status.jwt")
        #expect(good.code == 0 && good.errors.isEmpty, "\(good.errors)")
        let old = try #require(try preceptor.folder.read("issuer.json")).replacing(
            /"published" : "[^"]*"/, with: "\"published\" : \"2020-01-01T00:00:00Z\"")
        try preceptor.folder.write(old, to: "old.json")
        let warned = try preceptor("exam", "verify", "first/badge.svg", "--issuer", "old.json")
        #expect(warned.code == 0 && warned.errors.contains("was written on 2020-01-01"), "\(warned.errors)")
        let patient = try preceptor("exam", "verify", "first/badge.svg", "--issuer", "old.json", "--max-age", "99999")
        #expect(patient.code == 0 && patient.errors.isEmpty)
        #expect(try preceptor("exam", "verify", "first/badge.svg", "--max-age", "-1").code == 64)
        // How old the file is counts on the day that is asked about.
        let then = try preceptor(
            "exam", "verify", "first/badge.svg", "--issuer", "old.json", "--on", "2020-02-01")
        #expect(then.code == 1 && !then.errors.contains("was written on"), "\(then.errors)")

        let pem = try preceptor.folder.write(try preceptor("exam", "issuer", "show", "--pem").output, to: "key.pem")
        let script = repository("Tests/CredentialTests/Reference/status.py")
        let files = ["first/badge.png", "second/badge.png"].map { preceptor.folder.path(of: $0) }
        let result = try PythonPackages("openbadges").run(
            script, [pem, preceptor.folder.path(of: "status.jwt")] + files)
        #expect(result.status == .exited(0), "\(result.errors)")
        #expect(result.output == "revoked\ngood\n", "\(result.output)")
    }

    @Test(.timeLimit(.minutes(5))) func `is accepted by the Open Badges verifier of PyPI, before and after a new key`()
        throws
    {
        #expect(try issue("ada").code == 0)
        let pem = try preceptor.folder.write(try preceptor("exam", "issuer", "show", "--pem").output, to: "key.pem")
        let files = ["ada/certificate.jwt", "ada/badge.svg"].map { preceptor.folder.path(of: $0) }
        let script = repository("Tests/CredentialTests/Reference/verify.py")
        let result = try PythonPackages("openbadges").run(script, [pem] + files)
        #expect(result.status == .exited(0), "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        #expect(
            lines.count == 2 && lines.allSatisfy { $0.hasPrefix("Ada Byron; mailto:ada@example.org; Home infusion") })
    }

    @Test func `is issued for an attempt that is closed, and no other`() throws {
        let open = try issue("none", for: exam.sit("Bo", submitting: false))
        #expect(open.code == 1 && open.output == "" && open.errors.contains("closed: the attempt is still open"))
        #expect(try issue("none", for: "nobody").code == 66)
        #expect(try preceptor.folder.read("none/badge.svg") == nil)
    }

    @Test func `is entered in a register that lists what was issued again and taken back`() throws {
        #expect(try preceptor("exam", "issuer", "show", "--issued").output.contains("No certificate"))
        let first = try id(try issue("first"))
        #expect(try preceptor("exam", "issuer", "revoke", first, "--reason", "a misspelt name").code == 0)
        let again = try issue("second")
        #expect(again.code == 0 && again.errors.contains("certified before") && again.errors.contains(first))
        #expect(again.output.contains("\"reissueOf\":\"\(first)\""))
        let second = try id(again)
        let list = try preceptor("exam", "issuer", "show", "--issued").output
        for said in [first, second, "taken back on ", "a misspelt name", "Issued again", "good until"] {
            #expect(list.contains(said), "\(said): \(list)")
        }
        let json = try preceptor("exam", "issuer", "show", "--issued", "--json").output
        #expect(json.contains("\"state\":\"revoked\"") && json.contains("\"state\":\"good\""))
        #expect(!(try preceptor("exam", "issuer", "show").output.contains("Ada")))
        #expect(try preceptor("exam", "issuer", "show", "--json").code == 64)

        #expect(try preceptor.bash("sed -i 1d home/issuer/issued.log").code == 0)
        let damaged = try issue("third")
        #expect(damaged.code == 65 && damaged.errors.contains("not as it was written"))
        #expect(try preceptor.folder.read("third/badge.svg") == nil)
    }
}
