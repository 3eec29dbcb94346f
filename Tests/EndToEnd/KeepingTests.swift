import Glibc
import PseudoTerminal
import Testing

@Suite struct `What is kept` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// Trains on the lesson's claims down a pipe.
    @discardableResult
    private func train(_ answers: String, pack: String = lesson, learner: String = "Ada") throws -> RunResult {
        try preceptor(
            "train", "--pack", pack, "--policy", "cpt-midpoint", "--kind", "claim", "--seed", "1", "--learner", learner,
            input: answers)
    }

    @Test func `is there in the next session, and no visit comes twice while others are fresh`() throws {
        let first = try train("99601\n")
        let second = try train("99601\n")
        #expect(first.output.contains("half-an-hour-more"))
        #expect(second.output.contains(" · 1 of 24 a day answered\n"))
        #expect(second.output.contains("four-hours ·"))
        #expect(try preceptor.answersKept(of: "Ada", in: lesson) == 2)
        #expect(try preceptor.answersKept(of: "Ada") == 0)
    }

    @Test func `is where PRECEPTOR_HOME says, seen from the working folder where that is no path from the top`() throws
    {
        var preceptor = preceptor
        preceptor.environment["PRECEPTOR_HOME"] = "shelf/of mine"
        let result = try preceptor("train", "--pack", lesson, "--kind", "claim", "--learner", "Ada", input: "99601\n")
        #expect(result.code == 0)
        #expect(try preceptor.answersKept(of: "Ada", in: lesson) == 1)
        #expect(try preceptor.bash("stat -c %F 'shelf/of mine/records.sqlite'").output == "regular file\n")
    }

    @Test func `is each learner's own`() throws {
        try train("99601\n")
        try train("99601\nskip\n99601\n", learner: "Grace")
        #expect(try preceptor.answersKept(of: "Ada", in: lesson) == 1)
        #expect(try preceptor.answersKept(of: "Grace", in: lesson) == 2)
        let unknown = try preceptor("progress", "--learner", "Adda", "--pack", lesson)
        #expect(unknown.code == 66)
        #expect(unknown.errors == "preceptor: no learner Adda has answered here; did you mean Ada?\n")
    }

    @Test func `is of the item as it was when the pack has changed since`() throws {
        _ = try run("/bin/cp", ["-R", lesson, preceptor.folder.path(of: "copy")])
        let copy = preceptor.folder.path(of: "copy")
        try train("99601 x1, 99602 x1\n", pack: copy)
        let before = try preceptor("progress", "--learner", "Ada", "--pack", copy, "--json").output
        let edit = try preceptor.bash("sed -i 's/09:00 to 11:30/nine to half past eleven/' copy/scenarios.yaml")
        #expect(edit.code == 0)
        let after = try train("99601\n", pack: copy)
        #expect(after.output.contains("nine to half past eleven"))
        #expect(try preceptor.answersKept(of: "Ada", in: copy) == 2)
        #expect(before.contains("\"answers\":1,\"right\":0"))
    }

    @Test func `is safe where two train at once`() throws {
        let windows = try (0..<2).map { seed in
            try preceptor.window(
                "train", "--learner", "Ada", "--kind", "choice", "--count", "20", "--seed", "\(seed)",
                environment: ["TERM": "dumb"])
        }
        for window in windows { try window.wait(for: "1/20") }
        for window in windows { try window.type(String(repeating: "1\n", count: 20)) }
        for window in windows { #expect(try window.waitForExit(within: 60) == .exited(0)) }
        #expect(try preceptor.answersKept(of: "Ada") == 40)
    }

    @Test func `is flagged for the educator`() throws {
        try train("flag the stop time is missing\nflag\n99601\n")
        let flags = try preceptor("pack", "flags")
        #expect(flags.code == 0)
        #expect(flags.output.contains("Ada  lesson/claim/half-an-hour-more/cpt-midpoint@"))
        #expect(flags.output.contains("  the stop time is missing\n"))
        #expect(flags.output.contains("from 09:00 to 11:30"))
        #expect(try preceptor("pack", "flags", "other").output == "No learner has flagged an item.\n")
    }

    // MARK: - Where nothing can be kept

    @Test func `damaged records are left alone, and training goes on without them`() throws {
        let nonsense = String(repeating: "This is no database. ", count: 500)
        _ = try preceptor.bash("mkdir -p home")
        let path = try preceptor.folder.write(nonsense, to: "home/records.sqlite")
        let result = try train("99601\n")
        #expect(result.code == 0)
        #expect(result.output.contains("Right."))
        #expect(result.errors.contains("nothing of this session will be kept"))
        #expect(result.errors.contains("Move it aside to start afresh"))
        let progress = try preceptor("progress")
        #expect(progress.code == 74)
        #expect(progress.output.isEmpty && progress.errors.contains(path))
        #expect(try preceptor.folder.read("home/records.sqlite") == nonsense)
    }

    @Test func `damaged records are rescued`() throws {
        #expect(try preceptor("rescue").code == 66)
        for _ in 0..<3 { try train("99601\n") }
        let whole = try preceptor("rescue")
        #expect(whole.code == 0 && whole.output.contains("Nothing is damaged"))
        // The first page leads to all others.
        let damage = try preceptor.bash("printf x | dd of=home/records.sqlite bs=1 seek=120 conv=notrunc")
        #expect(damage.code == 0)
        #expect(try train("99601\n").errors.contains("“preceptor rescue” gets back what is whole in it"))
        let rescue = try preceptor("rescue")
        #expect(rescue.code == 0, "\(rescue.errors)")
        #expect(rescue.output.contains("3 answers of 1 learner and 0 steps of lessons"))
        #expect(try preceptor.answersKept(of: "Ada", in: lesson) == 3)
        try train("99601\n")
        #expect(try preceptor.answersKept(of: "Ada", in: lesson) == 4)
    }

    @Test func `records of a newer program are left alone`() throws {
        try train("99601\n")
        // Leaves word of a migration that this program does not know, in a file written anew.
        let newer = try preceptor.bash(
            """
            cd home && python3 -c 'import sqlite3
            old, new = sqlite3.connect("records.sqlite"), sqlite3.connect("new.sqlite")
            owner, = old.execute("PRAGMA application_id").fetchone()
            new.executescript("\\n".join(old.iterdump()) + f"PRAGMA application_id = {owner};")
            new.execute("INSERT INTO grdb_migrations VALUES (?)", ["2 of tomorrow"])
            new.commit()'
            mv new.sqlite records.sqlite && cd ..
            md5sum home/records.sqlite
            """)
        #expect(newer.code == 0, "\(newer.errors)")
        let result = try train("99601\n")
        #expect(result.output.contains("Right."))
        #expect(result.errors.contains("was written by a newer version of this program"))
        let after = try preceptor.bash("md5sum home/records.sqlite")
        #expect(newer.output.contains(after.output.prefix(32)))
    }

    @Test func `a disk that fills up is told of, and what was kept before is safe`() throws {
        try train("99601\n")
        let kept = try preceptor.bash("stat -c %s home/records.sqlite").output.filter(\.isNumber)
        let blocks = try #require(Int(kept)) / 1024 + 8
        let result = try preceptor.bash(
            """
            ulimit -f \(blocks); trap '' XFSZ
            yes 1 | head -40 | "$PRECEPTOR" train --kind choice --count 40 --seed 1 --learner Ada
            """)
        #expect(result.code == 0)
        #expect(result.output.contains("This could not be kept."))
        #expect(result.output.contains("Make room on the disk"))
        #expect(try preceptor.answersKept(of: "Ada", in: lesson) == 1)
    }
}
