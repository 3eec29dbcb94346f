import PseudoTerminal
import Testing

@Suite struct `preceptor pack new` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    @Test(arguments: ["timed-visit", "range", "blocks"])
    func `makes a pack that has nothing to mend, and works`(family: String) throws {
        let made = try preceptor("pack", "new", "mine", "--family", family, "--title", #"My "first" pack \ 1"#)
        #expect(made.code == 0)
        let check = try preceptor("pack", "check", "mine")
        #expect(check.code == 0)
        #expect(check.output == "mine: no problems\n")
        let proofs = try preceptor("pack", "test", "--pack", "mine")
        #expect(proofs.code == 0)
        #expect(proofs.output.hasSuffix(" agree, 0 differ, 0 not stated\n"))
        #expect(try preceptor("pack", "show", "mine").output.hasPrefix(#"My "first" pack \ 1 1  (mine)"#))
        #expect(try preceptor("key", "--minutes", "50", "--pack", "mine", "--all-policies").code == 0)
        #expect(
            try preceptor("train", "--pack", "mine", "--count", "2", "--seed", "1", input: "skip\nskip\n").code == 0)
        for kind in ["claim", "choice", "clock"] {
            #expect(try preceptor("pack", "preview", "--pack", "mine", "--kind", kind).code == 0, "\(kind)")
        }
    }

    @Test(
        arguments: [
            "by-visits", "first-or-later", "bundled", "base-and-time", "pool", "hierarchy", "per-diem", "drug",
        ])
    func `makes a pack of any kind of charge that proves itself`(family: String) throws {
        #expect(try preceptor("pack", "new", "mine", "--family", family).code == 0)
        #expect(try preceptor("pack", "check", "mine").output == "mine: no problems\n")
        let proofs = try preceptor("pack", "test", "--pack", "mine")
        #expect(proofs.code == 0)
        #expect(proofs.output.hasSuffix(" agree, 0 differ, 0 not stated\n"))
        #expect(try preceptor("pack", "preview", "--pack", "mine", "--kind", "claim").code == 0)
    }

    @Test func `takes the codes, the id and the title that it is given`() throws {
        let made = try preceptor(
            "pack", "new", "deep/", "--family", "timed-visit", "--id", "wound-care", "--title", "wound care", "--codes",
            "G0299", "g0300", "--json")
        #expect(made.code == 0)
        #expect(made.output.hasPrefix(#"{"folder":"deep/","id":"wound-care","files":["pack.yaml","codes.yaml","#))
        let key = try preceptor("key", "--minutes", "61", "--pack", "deep", "--json")
        #expect(key.output.contains(#""key":[{"code":"G0299","modifiers":[],"units":1},{"code":"G0300""#))
    }

    @Test(arguments: [
        (["--family", "timed-visits"], 64, "timed-visits"), (["--id", "Wound Care"], 64, "lower-case words"),
        (["--title", ""], 64, "a title has 1 to 80 characters"), (["--codes", "99601"], 64, "takes 2 codes"),
        (["--codes", "99601", "99601"], 64, "takes 2 codes"), (["--codes", "99601", "nurse"], 64, "takes 2 codes"),
    ])
    func `makes nothing of what cannot be taken`(options: [String], code: Int32, message: String) throws {
        let result = try preceptor.call(["pack", "new", "mine"] + options)
        #expect(result.code == code)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try preceptor.bash("ls -A").output == "")
    }

    @Test func `leaves alone what is there already, and fills an empty folder`() throws {
        let full = try preceptor.bash(
            "mkdir full empty; touch full/mine file; $PRECEPTOR pack new full; echo $?; $PRECEPTOR pack new file; echo $?"
        )
        #expect(full.output == "73\n73\n")
        #expect(full.errors.contains("preceptor: full is there already and not an empty folder; name another\n"))
        #expect(try preceptor("pack", "new", "empty").code == 0)
        #expect(try preceptor("pack", "new", "none/where").code == 73)
        #expect(try preceptor.bash("ls -A; ls -A full").output == "empty\nfile\nfull\nmine\n")
    }

    @Test func `leaves nothing behind where a file cannot be written`() throws {
        let result = try preceptor.bash("ulimit -f 4; trap '' XFSZ; $PRECEPTOR pack new mine; echo $?; ls -A")
        #expect(result.output == "74\n")
    }

    @Test func `asks at a terminal what it was not told`() throws {
        let window = try preceptor.window("pack", "new", "mine")
        try window.wait(for: "What is billed: timed-visit, range, blocks, ")
        try window.type("blocks\r")
        try window.wait(for: "The pack's id [mine]: ")
        try window.type("stretching\r")
        try window.wait(for: "Its title [stretching]: ")
        try window.type("\r")
        try window.wait(for: "Its codes [97110]: ")
        try window.type("97140\r")
        #expect(try window.waitForExit() == .exited(0))
        #expect(try preceptor("key", "--minutes", "15", "--pack", "mine").output.contains("97140 x1"))
        #expect(try preceptor("pack", "show", "mine").output.hasPrefix("stretching 1  (stretching)"))
    }
}
