#if Server
import DatabaseServer
import Glibc
import PseudoTerminal
import Testing

@Suite struct `The server's program` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: DatabaseKind.allCases)
    func `starts on nothing, lets the first administrator in, and goes on after it was killed`(kind: DatabaseKind)
        throws
    {
        let place = try kind.place(in: folder.path)
        let server = try RunningServer(in: folder, ["--database", place])
        #expect(try server.curl("/health/ready").status == 200)
        let link = try #require(server.invitation)
        let page = try server.curl(link)
        #expect(page.status == 200 && page.text.contains("Say who you are"))
        #expect(page.text.contains("content-security-policy: default-src 'self'"))
        let jar = folder.path(of: "cookies")
        let entered = try server.curl(
            link,
            [
                "-c", jar, "-H", "Origin: \(server.address)", "--data-urlencode", "name=Root", "--data-urlencode",
                "address=root@example.org", "--data-urlencode", "password=correct horse battery",
            ])
        #expect(entered.status == 303 && entered.text.contains("HttpOnly"))
        #expect(server.end(by: SIGKILL) == SIGKILL)
        let again = try RunningServer(in: folder, ["--database", place])
        #expect(again.invitation == nil)
        // The cookie is of this host, whatever the port.
        let home = try again.curl("/", ["-b", jar])
        #expect(home.status == 200 && home.text.contains("Hello, Root"))
        #expect(again.end(by: SIGTERM) == 0)
    }

    @Test func `shows a house with something in it where that is asked for`() throws {
        let server = try RunningServer(in: folder, ["--demo"])
        #expect(server.invitation == nil && server.lines.contains { $0.contains("lena@example.org") })
        let jar = folder.path(of: "cookies")
        let entered = try server.curl(
            "/sign-in",
            [
                "-c", jar, "-H", "Origin: \(server.address)", "--data-urlencode", "address=lena@example.org",
                "--data-urlencode", "password=try it out today",
            ])
        #expect(entered.status == 303)
        let sittings = try server.curl("/sittings", ["-b", jar])
        for words in ["Ada", ">passed<", "Ben", ">not passed<", "Cleo", "3 of 10"] {
            #expect(sittings.text.contains(words), "\(words)")
        }
    }

    @Test func `holds requests within limits`() throws {
        let server = try RunningServer(in: folder)
        try folder.write(String(repeating: "a", count: 2_000_000), to: "large")
        let large = try server.curl("/sign-in", ["-H", "Expect:", "--data-binary", "@" + folder.path(of: "large")])
        #expect(large.status == 413 && large.text.contains("At most 1024 kB are taken in here, and nothing was."))
        // Whoever sends forty megabytes is told so, too, and not cut off in the middle.
        try folder.write(String(repeating: "a", count: 40_000_000), to: "huge")
        let huge = try server.curl("/packs", ["-H", "Expect:", "--data-binary", "@" + folder.path(of: "huge")])
        #expect(huge.status == 413 && huge.text.contains("At most 6144 kB are taken in here, and nothing was."))
        #expect(try server.curl("/sign-in", ["-X", "DELETE"]).status == 405)
        let header = "x-much: " + String(repeating: "a", count: 20_000)
        #expect(try [0, 400, 413, 431].contains(server.curl("/sign-in", ["-H", header]).status))
        #expect(try server.curl("/sign-in", ["-H", "Host: evil.example"]).status == 421)
        #expect(try server.curl("/sign-in", ["--path-as-is"]).status == 200)
        #expect(try server.curl("/static/../../../etc/passwd", ["--path-as-is"]).status == 404)
        #expect(try server.curl("/health/live").status == 200)
        let metrics = try server.curl("/health/metrics")
        #expect(metrics.status == 200 && metrics.text.contains("preceptor_requests_total{status=\"421\"} 1"))
    }

    @Test func `tells what it cannot use`() throws {
        let program = try builtExecutable("preceptor-server")
        let nowhere = try run(
            program, ["check", "--folder", folder.path(of: "server"), "--database", "postgres://x@/x?host=/nowhere"])
        #expect(nowhere.code == 69 && nowhere.errors.hasPrefix("preceptor-server: the database cannot be used: "))
        let strange = try run(
            program, ["run", "--folder", folder.path(of: "server"), "--public-url", "https://example.org/path"])
        #expect(strange.code == 64 && strange.errors.contains("--public-url"))
    }

    @Test func `looks after the database and people`() throws {
        let program = try builtExecutable("preceptor-server")
        let options = ["--folder", folder.path(of: "server")]
        #expect(try run(program, ["migrate", "--check"] + options).code == 1)
        #expect(try run(program, ["migrate"] + options).output.contains("The database is up to date."))
        #expect(try run(program, ["migrate", "--check"] + options).code == 0)
        #expect(try run(program, ["check"] + options).output == "0 people, 0 entries in the trail\n")
        let nobody = try run(program, ["user", "reset", "x@example.org"] + options, input: "a long password indeed\n")
        #expect(nobody.code == 64 && nobody.errors.contains("nobody signs in by this address"))
    }

    /// What it says must never stand in its database, whatever was closed when it began.
    @Test func `opens nothing in the place of a closed stream`() throws {
        let program = try builtExecutable("preceptor-server")
        let result = try run(
            "/bin/bash",
            [
                "-c",
                """
                "$0" run --folder "$1" --listen 127.0.0.1:\(try freePort()) <&- >&- 2>&- &
                for wait in {1..400}; do
                  ls -l /proc/$!/fd 2>/dev/null | grep -q 'sqlite' && break
                  sleep 0.02
                done
                for stream in 0 1 2; do readlink /proc/$!/fd/$stream; done
                kill $!
                """, program, folder.path(of: "server"),
            ])
        #expect(result.output == "/dev/null\n/dev/null\n/dev/null\n")
    }

    @Test func `sends a terminal nothing that it would obey`() throws {
        let program = try builtExecutable("preceptor-server")
        let hostile = "\u{1B}[31m\u{9B}2J\u{202E}x\u{200B}\u{7}"
        let place = ["--folder", folder.path(of: "server")]
        #expect(try run(program, ["migrate"] + place).code == 0)
        for words in [
            [hostile], ["--\(hostile)"], ["run", "--listen", hostile] + place,
            ["run", "--public-url", hostile] + place,
            ["check", "--database", hostile] + place, ["user", "reset", hostile] + place, ["backup", hostile] + place,
            ["restore", hostile] + place, ["migrate", "--folder", hostile], ["help", hostile],
            ["run", "--mail", hostile, "--mail-from", hostile] + place, ["run", "--tls-certificate", hostile] + place,
        ] {
            let result = try run(program, words, input: "a long password indeed\n", in: folder.path)
            let text = String(decoding: result.outputBytes + result.errorBytes, as: UTF8.self)
            #expect(
                !text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && $0.properties.generalCategory == .control })
            #expect(!text.unicodeScalars.contains { $0.properties.isBidiControl || $0.value == 0x200B }, "\(words)")
            #expect(words[0] == "help" || result.code != 0, "\(words)")
        }
    }

    /// A few of all the calls and ways; `script/faults --house` tries every one.
    @Test func `loses nothing that was acknowledged when its disk fails`() throws {
        _ = try builtExecutable("preceptor-server")
        let result = try run(
            "/usr/bin/env",
            [
                "python3", repository("Tests/Faults/faults.py"), try builtExecutable("preceptor"), "--house",
                "--every", "199",
            ], environment: ["PATH": getenv("PATH").map { String(cString: $0) }], within: 600)
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains(" 0 crashes, 0 losses of what was acknowledged, 0 other problems"))
    }
}
#endif
