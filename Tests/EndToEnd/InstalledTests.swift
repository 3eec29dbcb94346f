import PseudoTerminal
import Testing

@Suite struct `An installed copy` {
    /// What script/install makes: the program, the packs, and the packs compiled.
    private func install(_ preceptor: Program) throws -> String {
        let prefix = preceptor.folder.path(of: "prefix")
        let result = try preceptor.bash(
            """
            set -e
            mkdir -p "\(prefix)/bin" "\(prefix)/share/preceptor"
            cp "$PRECEPTOR" "\(prefix)/bin/preceptor"
            cp -R "\(repository("Content/Packs"))" "\(prefix)/share/preceptor/packs"
            PRECEPTOR_HOME=first "\(prefix)/bin/preceptor" pack list
            mkdir "\(prefix)/share/preceptor/compiled"
            cp first/cache/*.pack "\(prefix)/share/preceptor/compiled"
            """)
        #expect(result.code == 0, "\(result.errors)")
        return prefix
    }

    @Test func `works from anywhere, with its own packs`() throws {
        let preceptor = try Program()
        let prefix = try install(preceptor)
        let installed = "\(prefix)/bin/preceptor"
        let result = try run(
            installed, ["pack", "show", "home-infusion"], environment: preceptor.environment, in: "/")
        #expect(result.code == 0)
        #expect(result.output.contains("/share/preceptor/packs/home-infusion\n"))
        let score = try run(
            installed, ["score", "99601", "--minutes", "60"], environment: preceptor.environment, in: "/")
        #expect(score.code == 0)
        let training = try run(
            installed, ["--seed", "1", "--count", "1"], input: "skip\n", environment: preceptor.environment, in: "/")
        #expect(training.code == 0)
        #expect(training.output.contains("1 item · 0 right · 1 skipped"))
    }

    @Test func `reads what is compiled beside its packs, and writes nothing there`() throws {
        let preceptor = try Program()
        let prefix = try install(preceptor)
        let result = try preceptor.bash(
            """
            set -e
            ls -l --time-style=full-iso \(prefix)/share/preceptor/compiled > before
            \(prefix)/bin/preceptor pack list
            ls home/cache && exit 9
            cp -r \(lesson) own; chmod -R u+w own
            \(prefix)/bin/preceptor pack show ./own
            ls home/cache
            ls -l --time-style=full-iso \(prefix)/share/preceptor/compiled | diff before -
            """)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.hasSuffix("own.pack\n"))
    }

    @Test func `is called through a link too`() throws {
        let preceptor = try Program()
        let prefix = try install(preceptor)
        let result = try preceptor.bash("ln -s \(prefix)/bin/preceptor linked; ./linked pack show | tail -1")
        #expect(result.output.contains("/prefix/"))
    }

    @Test func `says where it looked for packs that are gone`() throws {
        let preceptor = try Program()
        let prefix = try install(preceptor)
        let result = try preceptor.bash("rm -r \(prefix)/share; \(prefix)/bin/preceptor pack list")
        #expect(result.code == 66)
        #expect(result.errors.contains("\(prefix)/bin/../share/preceptor/packs"))
    }

    @Test func `takes the packs that the environment names`() throws {
        var preceptor = try Program()
        _ = try run("/bin/cp", ["-R", repository("Tests/EndToEnd/Packs"), preceptor.folder.path(of: "packs")])
        preceptor.environment["PRECEPTOR_PACKS"] = preceptor.folder.path(of: "packs")
        #expect(try preceptor("pack", "list").output.hasPrefix("lesson  2026.1"))
        #expect(try preceptor("pack", "check").output == "lesson: no problems\n")
    }

    @Test func `keeps compiled packs in the person's cache`() throws {
        let preceptor = try Program()
        #expect(try preceptor("pack", "show", lesson).code == 0)
        #expect(try preceptor.bash("ls home/cache").output == "lesson.pack\n")
    }
}
