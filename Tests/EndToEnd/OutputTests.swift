import PseudoTerminal
import Snapshots
import Testing

@Suite struct `What the program writes` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    private static let hostile = ["\u{1B}[31mred\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{202E}drawkcab", "\u{7F}\u{8}\r"]

    /// Whether bytes hold anything that a terminal obeys.
    private func isHarmless(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x202E)
        }
    }

    /// What the program says of a sitting must never stand in its log, whatever was closed when it began.
    @Test func `never goes into a file that was opened in the place of a closed stream`() throws {
        _ = try preceptor("exam", "take", "quiz", "--candidate", "Ada", input: "agree\nnext\n")
        let result = try preceptor.bash(
            """
            mkfifo in; exec 3<>in
            "$PRECEPTOR" exam take quiz --candidate Ada <in >out 2>&- &
            for wait in {1..200}; do
              ls -l /proc/$!/fd 2>/dev/null | grep -q 'attempts/.*log' && break
              sleep 0.02
            done
            for stream in 0 1 2; do readlink /proc/$!/fd/$stream; done | sed 's|.*/||' | sort | uniq
            echo next >&3; kill $!
            """)
        let opened = result.output.split(separator: "\n").map(String.init)
        #expect(opened.contains("null") && Set(opened).isSubset(of: ["null", "in", "out"]), "\(opened)")
        #expect(try preceptor("exam", "verify").code == 0)
    }

    @Test(arguments: hostile)
    func `shows the control characters of arguments, and does not send them`(text: String) throws {
        let commands = [
            [text], ["pack", text], ["train", text], ["train", "--seed", text], ["train", "--policy", text],
            ["train", "--skill", text], ["--\(text)"], ["score", text, "--minutes", "5"],
            ["score", "99601", "--minutes", text],
            ["score", "99601", "--start", text, "--stop", text], ["score", "99601", "--scenario", text],
            ["score", "99601", "--encounter", text], ["score", "99601", "--minutes", "5", "--policy", text],
            ["score", "99601", "--minutes", "5", "--primary", text],
            ["score", "99601", "--minutes", "5", "--pack", text],
            ["key", "--scenario", text], ["lookup", text], ["pack", "show", text], ["pack", "check", text],
            ["help", text],
        ]
        for arguments in commands {
            let result = try preceptor.call(arguments)
            #expect(isHarmless(result.everything), "\(arguments)")
            #expect(
                result.code == 64 || result.code == 65 || result.code == 66 || arguments[0] == "help", "\(arguments)")
        }
    }

    @Test(arguments: hostile)
    func `a pack in a folder of a hostile name is shown harmlessly`(text: String) throws {
        let name = String(text.filter { $0 != "/" })
        _ = try run("/bin/cp", ["-R", lesson, preceptor.folder.path(of: name)])
        for command in [["pack", "show", "./\(name)"], ["pack", "check", "./\(name)"]] {
            let result = try preceptor.call(command)
            #expect(result.code == 0)
            #expect(isHarmless(result.everything), "\(command)")
        }
    }

    @Test func `a name with controls stands in JSON as numbers`() throws {
        let name = "a\u{9B}31m\u{80}\u{9F}\u{A0}\u{7F}é"
        _ = try run("/bin/cp", ["-R", lesson, preceptor.folder.path(of: name)])
        let result = try preceptor("pack", "check", "./\(name)", "--json")
        #expect(result.code == 0)
        #expect(result.output.contains(#""pack":"./a\u009b31m\u0080\u009f\#u{A0}\u007fé""#), "\(result.output)")
    }

    @Test(arguments: hostile)
    func `lines down a pipe are shown harmlessly`(text: String) throws {
        let lines = [text, "lookup \(text)", "policy \(text)", "99601 \(text)", "hint", text + "99601"]
        let result = try preceptor("train", "--seed", "1", input: lines.joined(separator: "\n"))
        #expect(result.code == 0)
        #expect(isHarmless(result.everything))
    }

    @Test func `ends quietly when nobody reads on`() throws {
        let result = try preceptor.bash(
            """
            set -o pipefail
            yes '{"answer":"99601","minutes":60}' | head -50000 | "$PRECEPTOR" score --batch | head -1 | cut -c1-20
            echo "${PIPESTATUS[2]}"
            for i in 1 2 3; do "$PRECEPTOR" pack show | true; echo "${PIPESTATUS[0]}"; done
            yes hint | head -50000 | "$PRECEPTOR" train | head -1 >/dev/null; echo "${PIPESTATUS[2]}"
            "$PRECEPTOR" --help | true; echo "${PIPESTATUS[0]}"
            """)
        #expect(result.output == "{\"verdict\":\"correct\"\n0\n0\n0\n0\n0\n0\n")
        #expect(result.errors.isEmpty)
    }

    @Test(arguments: [
        "key --minutes 5", "key --minutes 5 --json", "score 99601 --minutes 5", "lookup 99601", "pack list",
        "pack show", "pack check", "train", "--help", "score --help", "--version", "score --batch",
    ])
    func `says that a full disk is full`(command: String) throws {
        let result = try preceptor.bash(
            #"echo '{"answer":"99601","minutes":60}' | "$PRECEPTOR" \#(command) >/dev/full"#)
        #expect(result.code == 74)
        #expect(result.errors == "preceptor: cannot write the output: No space left on device\n")
    }

    @Test func `says that there is no output`() throws {
        let result = try preceptor.bash(#""$PRECEPTOR" key --minutes 5 >&-"#)
        #expect(result.code == 74)
        #expect(result.errors.hasPrefix("preceptor: cannot write the output: "))
    }

    @Test func `says that there is no input`() throws {
        let batch = try preceptor.bash(#""$PRECEPTOR" score --batch </"#)
        #expect(batch.code == 74)
        #expect(batch.errors == "preceptor: cannot read standard input: Is a directory\n")
        let training = try preceptor.bash(#""$PRECEPTOR" train --seed 1 </"#)
        #expect(training.code == 0)
        #expect(training.output.contains("input cannot be read: Is a directory"))
    }

    @Test(arguments: [
        (["scor"], "There is no command scor; did you mean score?"),
        (["pack", "chek"], "There is no command chek; did you mean check?"),
        (["qqqq"], "There is no command qqqq; --help shows what there is."),
    ])
    func `names the command that is nearest`(arguments: [String], message: String) throws {
        let result = try preceptor.call(arguments)
        #expect(result.code == 64)
        #expect(result.errors.hasPrefix("preceptor: \(message)\n"))
    }

    @Test func `every command tells how it is called`() throws {
        for command in ["train", "score", "key", "lookup", "pack", "pack list", "pack show", "pack check"] {
            let words = command.split(separator: " ").map(String.init)
            let help = try preceptor.call(words + ["--help"])
            #expect(help.code == 0)
            #expect(help.output.contains("USAGE: preceptor \(command)"))
            #expect(try preceptor.call(["help"] + words).output == help.output)
            #expect(
                help.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE") }, "\(command)")
        }
        expectSnapshot(try preceptor("--help").output, named: "help")
    }
}
