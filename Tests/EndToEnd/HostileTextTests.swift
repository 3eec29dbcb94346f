import FoundationEssentials
import PseudoTerminal
import Testing

/// What no terminal may be sent of what came from outside: an escape sequence, controls of both kinds, overrides of the
/// direction of writing, characters that nobody sees.
private let hostile = "\u{1B}]0;x\u{7}\u{1B}[31m\u{9B}2J\u{202E}evil\u{200B}\u{2066}\u{FEFF}\u{7F}\u{200D}"

/// Everything that a program wrote that a terminal would obey.
private func obeyed(in result: RunResult) -> [Unicode.Scalar] {
    String(decoding: result.everything, as: UTF8.self).unicodeScalars.filter { scalar in
        scalar != "\n" && scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
            || [0x200B, 0x200D, 0xFEFF].contains(scalar.value)
    }
}

@Suite struct `Text from outside` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// What a command line needs besides the place that is tried.
    private static let usual = [
        "answer": "99601", "minutes": "60", "template": "infusion-visit", "seed": "1", "words": "99602",
        "blueprint": "quiz", "candidate": "Ada", "extra-time": "50%", "names": "Ada", "to": "aiken",
        "attempt": "1", "reason": "trial", "by": "Ada", "file": "file", "files": "file", "raters": "2", "out": "out",
        "name": "Ada", "url": "https://example.org", "id": "1", "folder": "folder", "old": "home-infusion",
        "new": "home-infusion", "item": "1",
    ]

    @Test func `harms no terminal in any place of any command`() throws {
        let dump = try JSONDecoder().decode(
            HelpDump.self, from: Data(preceptor("--experimental-dump-help").outputBytes))
        var count = 0
        for command in dump.command.flattened() where command.subcommands == nil {
            let arguments = (command.arguments ?? []).filter { $0.kind != "flag" }
            for tried in arguments {
                for text in [hostile, "99601 \(hostile)", "home-infusion\(hostile)", "1\(hostile)", "a\n\(hostile)"] {
                    var line = command.name.split(separator: " ").dropFirst().map(String.init)
                    for argument in arguments where argument == tried || argument.isRequired(of: command.name) {
                        let value =
                            argument == tried
                            ? text
                            : Self.usual[argument.valueName] ?? Self.usual[String(argument.option.dropFirst(2))] ?? "1"
                        line += argument.kind == "positional" ? [value] : [argument.option, value]
                    }
                    let result = try preceptor.call(line)
                    #expect(obeyed(in: result).isEmpty, "\(line)")
                    #expect(result.code != nil && result.code != 70, "\(line)")
                    count += 1
                }
            }
            let unknown = try preceptor.call(
                command.name.split(separator: " ").dropFirst().map(String.init) + ["--\(hostile)"])
            #expect(obeyed(in: unknown).isEmpty)
        }
        #expect(count > 500, "\(count) lines were tried")
        #expect(try obeyed(in: preceptor(hostile)).isEmpty)
        #expect(try obeyed(in: preceptor("exam", hostile)).isEmpty)
    }

    @Test func `harms no terminal in names of files and folders`() throws {
        let result = try preceptor.bash(
            """
            name=$(printf '\(hostile.bashEscaped)')
            cp -r '\(lesson)' "./$name"
            chmod -R u+w "./$name"
            "$PRECEPTOR" pack check "./$name"
            "$PRECEPTOR" pack show "./$name"
            "$PRECEPTOR" pack preview --pack "./$name" | head -50
            "$PRECEPTOR" key --pack "./$name" --scenario half-an-hour-more
            "$PRECEPTOR" pack flags "./$name"
            rm "./$name/terms.yaml"; mkdir "./$name/terms.yaml"
            "$PRECEPTOR" pack check "./$name"
            printf '\(hostile.bashEscaped)' > "./$name.csv"
            for kind in import; do "$PRECEPTOR" exam roster $kind "./$name.csv"; done
            "$PRECEPTOR" pack import "./$name.csv"
            "$PRECEPTOR" exam verify "./$name.csv"
            "$PRECEPTOR" score 99601 --encounter "./$name.csv"
            PRECEPTOR_HOME="$PWD/$name" "$PRECEPTOR" progress
            PRECEPTOR_HOME="$PWD/$name.csv" "$PRECEPTOR" progress
            PRECEPTOR_PACKS="$PWD/$name" "$PRECEPTOR" pack list
            "$PRECEPTOR" progress --html "./$name/none/page"
            "$PRECEPTOR" pack export --to aiken --out "./$name/none/page"
            true
            """)
        #expect(result.code == 0)
        #expect(result.output.contains("^["))
        #expect(obeyed(in: result).isEmpty)
    }

    @Test func `harms no terminal in what files and lines say`() throws {
        let result = try preceptor.bash(
            """
            text=$(printf '\(hostile.bashEscaped)')
            printf '{"answer":"99601 %s","minutes":60,"id":"%s"}\\n{"%s":1}\\n{"answer":"99601","scenario":"%s"}\\n' \\
                "$text" "$text" "$text" "$text" | "$PRECEPTOR" score --batch
            printf '{"answer":"99601","minutes":60,"id":"\\\\u001b\\\\u009b\\\\u202e\\\\u200b"}\\n' | "$PRECEPTOR" score --batch
            printf 'candidate,name,group\\nada,Ada %s,one\\n' "$text" > roster.csv
            "$PRECEPTOR" exam roster import roster.csv; "$PRECEPTOR" exam roster show
            printf '::%s:: What %s is it? {=99601 %s ~99602 # %s}\\n' "$text" "$text" "$text" "$text" > questions.gift
            "$PRECEPTOR" pack import questions.gift
            printf 'What %s?\\nA. %s\\nB. other\\nANSWER: A\\n' "$text" "$text" > questions.txt
            "$PRECEPTOR" pack import questions.txt
            printf 'date: %s\\nvisits: []\\n' "$text" > facts.yaml
            "$PRECEPTOR" key --encounter facts.yaml
            cp -r '\(lesson)' pack; chmod -R u+w pack; printf 'title: "\\\\e[31m\\\\u202e"\\n' >> pack/pack.yaml
            "$PRECEPTOR" pack check pack
            printf '%s\\n' "$text" | "$PRECEPTOR" train --count 1 --seed 1
            printf '99601 %s\\nquit\\n' "$text" | "$PRECEPTOR" train --count 1 --seed 1 --kind claim
            printf 'agree\\n99601 %s\\n%s\\nquit\\n' "$text" "$text" | "$PRECEPTOR" exam take quiz --candidate Ada
            printf 'why %s\\nlookup %s\\n99601 %s\\n%s\\nquit\\n' "$text" "$text" "$text" "$text" | "$PRECEPTOR" learn --seed 1
            printf '120\\n%s\\nlist %s\\nquit\\n' "$text" "$text" | "$PRECEPTOR" learn --seed 1
            "$PRECEPTOR" claim "99601 $text" --minutes 60; "$PRECEPTOR" claim --minutes 60 --drug "99601=$text UN 3"
            cp -r '\(lesson)' lesson; chmod -R u+w lesson
            printf 'lessons:\\n  - id: a\\n    title: "%s"\\n    belief: "%s"\\n' "$text" "$text" > lesson/lessons.yaml
            "$PRECEPTOR" pack check lesson; "$PRECEPTOR" learn --pack lesson
            printf '{"model":"%s","families":[{"name":"%s"}]}' "$text" "$text" > earlier.json
            "$PRECEPTOR" exam calibrate --base earlier.json; "$PRECEPTOR" exam calibrate; "$PRECEPTOR" exam report
            printf 'name %s,x\\n%s,1\\n' "$text" "$text" > ratings.csv; "$PRECEPTOR" exam cut-score read ratings.csv
            printf '%s\\n' "$text" > log; "$PRECEPTOR" exam verify log
            printf 'text,modifiers\\n%s,%s\\n' "$text" "$text" > add-on.csv; "$PRECEPTOR" pack check --ncci add-on.csv
            true
            """)
        #expect(result.code == 0)
        #expect(obeyed(in: result).isEmpty)
        #expect(result.everything.count > 2_000)
    }

    /// A pack can hold no control characters, but all that pages, tables and other systems take for their own.
    @Test func `is no markup and no way out of a folder in what is made of a pack`() throws {
        let markup = "<script>alert(1)</script>&'|`{~=#:}]]>%s../x"
        let files = ["circumstances", "codes", "misconceptions", "pack", "policies", "scenarios", "terms"]
        _ = try run("/bin/mkdir", [preceptor.folder.path(of: "pack")])
        for file in files.map({ $0 + ".yaml" }) {
            let lines = try #require(try readFile("\(lesson)/\(file)")).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map { line in
                let keys = /( *(?:- )?(?:title|label|stem|belief|correction|question|met|unmet|statement): )([^{"]+)/
                return line.wholeMatch(of: keys).map { "\($0.1)\"\($0.2) \(markup)\"" } ?? String(line)
            }
            try preceptor.folder.write(lines.joined(separator: "\n"), to: "pack/\(file)")
        }
        let made = try preceptor.bash(
            """
            set -e
            markup="\(markup.replacing("`", with: "\\`"))"
            for format in moodle-xml qti-2.1 qti-3.0 qti-1.2 common-cartridge anki handout answer-sheet xlsx; do
                "$PRECEPTOR" pack export pack --to $format --out made.$format
            done
            printf '99601\\nnone\\n' | "$PRECEPTOR" train --pack pack --learner "$markup" --count 2 --seed 1 --kind claim
            "$PRECEPTOR" progress --pack pack --learner "$markup" --html progress.html
            python3 - <<'PYTHON'
            import xml.dom.minidom, zipfile
            for page in ['progress.html', 'made.handout', 'made.answer-sheet']:
                text = open(page).read()
                assert '<script>alert' not in text and '&lt;script&gt;alert' in text, page
            assert '<p><script>' not in open('made.moodle-xml').read()
            xml.dom.minidom.parse('made.moodle-xml')
            for file in ['qti-2.1', 'qti-3.0', 'qti-1.2', 'common-cartridge', 'xlsx', 'anki']:
                package = zipfile.ZipFile('made.' + file)
                for name in package.namelist():
                    assert '..' not in name and name[0] != '/', name
                    if name.endswith(('.xml', '.rels')): xml.dom.minidom.parseString(package.read(name))
            PYTHON
            """)
        #expect(made.code == 0, "\(made.output.suffix(500)) \(made.errors)")
    }

    /// In a terminal, emphasis is the program's own.
    @Test func `is shown in a terminal as what it is`() throws {
        let window = try preceptor.window("lookup", "\u{1B}[2J\u{202E}x")
        try window.wait(for: "^[[2J<U+202E>x")
    }
}

extension String {
    /// As `printf` of a shell writes it.
    fileprivate var bashEscaped: String {
        utf8.map { "\\x" + String($0, radix: 16).leftPadded }.joined()
    }

    private var leftPadded: String { count < 2 ? "0" + self : self }
}

extension HelpDump.Argument {
    /// The option as it is typed.
    fileprivate var option: String { "--" + (names?.last?.name ?? valueName) }

    /// Whether the command says nothing worth trying without it.
    fileprivate func isRequired(of command: String) -> Bool {
        let isJudged = command.hasSuffix(" score") || command.hasSuffix(" key")
        return !isOptional || isJudged && (valueName == "answer" || option == "--minutes")
    }
}
