import Testing

@testable import Interchange

@Suite struct `Questions of other systems` {
    @Test func `GIFT in its many forms`() throws {
        let text = """
            // a bank

            $CATEGORY: one

            ::T:: Is this so?{T#No.#Yes.}

            [html]<p>Which <b>two</b>?</p>{~%50%a ~%50%b ~%0%c ~%-50%d}

            A nurse bills {=99601 =%80%99602} for it.

            How many minutes? {#150}

            How long? {#150:5}

            Match {=a -> b =c -> d}

            Tell. {}

            Only words.

            $CATEGORY: two

            Escaped \\{\\} \\= \\~ \\# \\: \\\\ and
            two lines {=x#f
            ####why\\n\\nSource: s}
            """
        let read = try readGIFT(Array(text.utf8))
        #expect(read.bank.title == "a bank" && read.bank.name == "one")
        let questions = read.bank.questions
        try #require(questions.count == 5)
        #expect(questions[0].title == "T" && questions[0].right.map(\.text) == ["True"])
        #expect(questions[0].replies.map(\.feedback) == ["Yes.", "No."])
        #expect(questions[1].stem == ["Which two?"] && questions[1].right.map(\.text) == ["a", "b"])
        #expect(questions[2].stem == ["A nurse bills _____ for it."] && questions[2].kind == .short)
        #expect(questions[3].kind == .short && questions[3].right.map(\.text) == ["150"])
        #expect(questions[4].stem == ["Escaped {} = ~ # : \\ and", "two lines"])
        #expect(questions[4].explanation == ["why"] && questions[4].sources == ["s"])
        #expect(
            Set(read.notes.map(\.description)) == [
                "7: formatting cannot be kept", "7: -50 % of the credit for d is taken for wrong",
                "11: \(lossOfNumbers)",
                "19: a description, which asks nothing, is left out", "21: the category two is not kept",
            ])
        #expect(
            read.problems.map(\.description) == [
                "13: a number with a tolerance is left out", "15: a matching question is left out",
                "17: an essay is left out",
            ])
    }

    @Test func `a pattern that is the only right answer is told as one`() {
        let gift = "Which? {=99601* =%50%99602}"
        let xml = """
            <quiz><question type="shortanswer"><name><text>n</text></name><questiontext><text>Which?</text></questiontext>
            <answer fraction="100"><text>99601*</text></answer></question></quiz>
            """
        let due = "many texts fit the only right answer, 99601*; list the texts that are right"
        #expect {
            try readGIFT(Array(gift.utf8))
        } throws: { "\($0)" == "1: \(due)" }
        #expect {
            try readMoodleXML(Array(xml.utf8))
        } throws: { "\($0)" == "2:1: \(due)" }
    }

    @Test func `numbers at which no text has a character mean what browsers show for them`() {
        #expect(HTMLText("<p>A nurse&#146;s visit&#x97;90&#176;</p>").paragraphs == ["A nurse’s visit—90°"])
    }

    @Test(arguments: [
        ("a {=b", "1:3"), ("a }", "1:3"), ("x\n\n::t", "3:1"), ("a {~b}", "1:4"), ("{=a}", "1:1"),
        ("a {=}", "1:5"), ("a {=%x%b}", "1:5"), ("a {=b} {=c}", "1:8"), ("a\nb {\n=\n}", "3:2"), ("a {=%200%b}", "1:5"),
    ]) func `a slip in GIFT is pointed at`(text: String, position: String) throws {
        let problem = #expect(throws: ImportProblem.self) { try readGIFT(Array(text.utf8)) }
        let found = try #require(problem)
        #expect("\(found.line ?? 0):\(found.column ?? 0)" == position, "\(found)")
        #expect(found.mend != nil)
    }

    @Test func `Moodle's XML as Moodle writes it`() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz>
            <!-- question: 1 -->
              <question type="multichoice">
                <name><text>two</text></name>
                <questiontext format="html"><text><![CDATA[<p>Which <i>two</i>&nbsp;?</p><img src="a.png">]]></text></questiontext>
                <answer fraction="50" format="html"><text>a &lt; b</text><feedback><text/></feedback></answer>
                <answer fraction="50"><text>c</text></answer>
                <answer fraction="-25"><text>d</text></answer>
              </question>
              <question type="essay"><name><text>e</text></name></question>
              <question type="numerical">
                <questiontext format="plain_text"><text>Minutes?</text></questiontext>
                <answer fraction="100"><text>150</text><tolerance>0</tolerance></answer>
              </question>
              <question type="truefalse">
                <questiontext><text>So?</text></questiontext>
                <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>
              </question>
            </quiz>
            """
        let read = try readMoodleXML(Array(text.utf8))
        #expect(read.bank.questions.map(\.stem) == [["Which two ?"], ["Minutes?"], ["So?"]])
        #expect(read.bank.questions[0].right.map(\.text) == ["a < b", "c"])
        #expect(read.bank.questions[1].kind == .short)
        #expect(
            read.notes.map(\.description) == [
                "6:5: formatting and pictures and media cannot be kept",
                "9:5: -25 % of the credit for d is taken for wrong", "12:3: \(lossOfNumbers)",
            ])
        #expect(read.problems.map(\.description) == ["11:3: a question of type essay is left out"])
    }

    @Test(arguments: [
        ("<quiz>", "1:7", "never closed"), ("<a/>", "1:1", "<a> is no quiz of Moodle"), ("", "1:1", "no XML"),
        ("<quiz><question type=\"shortanswer\"/></quiz>", "1:7", "no words"),
        ("<quiz>\n<a></b></quiz>", "2:7", "closes what is not open"),
        ("<quiz>&nope;</quiz>", "1:7", "begins no character"),
        ("<quiz a=1/>", "1:9", "no quotes"), ("<quiz a='1' a='2'/>", "1:18", "twice"),
        ("<quiz/><quiz/>", "1:8", "second root"),
        ("<?xml version='1.0' encoding='UTF-16'?><quiz/>", "1:1", "it is in utf-16"),
        ("x<quiz/>", "1:1", "outside the root"),
    ]) func `a slip in XML is pointed at`(text: String, position: String, words: String) throws {
        let problem = #expect(throws: ImportProblem.self) { try readMoodleXML(Array(text.utf8)) }
        let found = try #require(problem)
        #expect("\(found.line ?? 0):\(found.column ?? 0)" == position, "\(found)")
        #expect(found.message.contains(words) && found.mend != nil, "\(found)")
    }

    /// An item of QTI with one declaration and one body.
    private static func item(
        _ declaration: String, _ body: String, _ rest: String = "", name: String = "assessmentItem"
    ) -> String {
        """
        <?xml version="1.0"?>
        <\(name) xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i1" title="One">
        <responseDeclaration identifier="RESPONSE" baseType="identifier">\(declaration)</responseDeclaration>
        <itemBody>\(body)</itemBody>\(rest)
        </\(name)>
        """
    }

    @Test func `QTI as other systems write it`() throws {
        let choices = """
            <p>A <b>nurse</b>
               comes.</p><img src="a.png"/>
            <choiceInteraction responseIdentifier="RESPONSE"><prompt>What is billed?</prompt>
            <simpleChoice identifier="A"><p>99601</p><feedbackInline outcomeIdentifier="F" identifier="A">Yes.</feedbackInline></simpleChoice>
            <simpleChoice identifier="B">none</simpleChoice></choiceInteraction>
            <rubricBlock view="scorer"><p>For markers.</p></rubricBlock>
            """
        let said = "<modalFeedback identifier=\"wrong\" showHide=\"show\"><p>Read again.</p></modalFeedback>"
        let read = try readQTI(
            Array(Self.item("<correctResponse><value> A </value></correctResponse>", choices, said).utf8))
        let question = try #require(read.bank.questions.first)
        #expect(question.id == "i1" && question.title == "One" && question.kind == .choice)
        #expect(question.stem == ["A nurse comes.", "What is billed?"])
        #expect(question.replies == [.init("99601", isRight: true, feedback: "Yes."), .init("none", isRight: false)])
        #expect(question.explanation == ["Read again."])
        #expect(
            read.notes.map(\.description) == [
                "2:1: formatting and pictures and media cannot be kept",
                "2:1: what is said to some answers is kept as what is said to all",
            ])
        #expect(read.positions == [ImportPosition(line: 2, column: 1)])
    }

    @Test func `an answer within a sentence, with shares of the credit`() throws {
        let mapping = """
            <correctResponse><value>99601</value></correctResponse><mapping><mapEntry mapKey="99601" mappedValue="2"/>
            <mapEntry mapKey="99601 x1" mappedValue="1"/><mapEntry mapKey="99602" mappedValue="-1"/></mapping>
            """
        let read = try readQTI(
            Array(Self.item(mapping, "<p>Bill <textEntryInteraction responseIdentifier=\"RESPONSE\"/> once.</p>").utf8))
        let question = try #require(read.bank.questions.first)
        #expect(question.kind == .short && question.stem == ["Bill _____ once."])
        #expect(question.replies.map(\.text) == ["99601", "99601 x1", "99602"])
        #expect(question.replies.map(\.credit) == [1, 0.5, 0])
        #expect(
            read.notes.map(\.message) == [
                "a credit of -1 for 99602 is taken for wrong", "that capital letters count is not kept",
            ])
    }

    @Test(arguments: [
        ("<p>Only words.</p>", "an item that asks nothing"),
        ("<p>x</p><extendedTextInteraction responseIdentifier=\"RESPONSE\"/>", "an essay"),
        ("<p>x</p><hottextInteraction responseIdentifier=\"RESPONSE\"/>", "a question of type hottext"),
        ("<p><textEntryInteraction/> and <textEntryInteraction/></p>", "a question of several parts"),
        ("<p>x</p><p><textEntryInteraction responseIdentifier=\"OTHER\"/></p>", "a question without a right answer"),
        ("<p><textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>", "a question without words"),
        (
            "<choiceInteraction responseIdentifier=\"RESPONSE\"><prompt>x</prompt><simpleChoice identifier=\"A\"/></choiceInteraction>",
            "a question with an empty answer"
        ),
    ]) func `items that are no choice and no answer to type are left out with a note`(body: String, what: String) throws
    {
        let text = Self.item("<correctResponse><value>A</value></correctResponse>", body)
        let problem = #expect(throws: ImportProblem.self) { try readQTI(Array(text.utf8)) }
        #expect(problem?.description == "2:1: \(what) is left out")
    }

    /// A content package of these files.
    private static func package(_ manifest: String, _ files: [(String, String)] = []) -> [UInt8] {
        var archive = ZipArchive()
        for (name, text) in files + [("imsmanifest.xml", "<manifest><resources>\(manifest)</resources></manifest>")] {
            archive.add(name, Array(text.utf8))
        }
        return archive.finish()
    }

    @Test(arguments: [
        ("<resource type=\"imsqti_xmlv1p2\" href=\"a.xml\"/>", "a.xml:1:1: this is a quiz of Moodle"),
        ("<resource type=\"webcontent\" href=\"a.xml\"/>", "a.xml:1:1: this is a quiz of Moodle"),
        ("<resource type=\"webcontent\" href=\"c.txt\"/>", "there are no questions in QTI here"),
        (
            "<resource type=\"imsqti_item_xmlv2p1\" href=\"b.xml\"/>",
            "imsmanifest.xml:1:22: b.xml is not in the archive"
        ),
        ("<resource type=\"imsqti_item_xmlv2p2\" href=\"a.xml\"/>", "a.xml:1:1: this is a quiz of Moodle"),
        ("<resource type=\"imsqti_item_xmlv2p2\" href=\"c.xml\"/>", "c.xml:2:4: </b> closes what is not open"),
    ]) func `a slip in a package is pointed at`(manifest: String, words: String) throws {
        let file = Self.package(manifest, [("a.xml", "<quiz/>"), ("c.xml", "<a>\n</b>")])
        let problem = #expect(throws: ImportProblem.self) { try readQTI(file) }
        #expect(problem?.description.hasPrefix(words) == true && problem?.mend != nil, "\(String(describing: problem))")
    }

    @Test func `a test lends its name, and says what of it is not kept`() throws {
        let test = """
            <assessmentTest identifier="spring" title="Spring"><timeLimits maxTime="60"/><testPart><assessmentSection>
            <rubricBlock view="candidate"><p>Be quick.</p></rubricBlock></assessmentSection></testPart></assessmentTest>
            """
        let item = Self.item(
            "<correctResponse><value>1</value></correctResponse>",
            "<p>x</p><p><textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>")
        let read = try readQTI(
            Self.package(
                "<resource type=\"imsqti_test_xmlv2p1\" href=\"t.xml\"/><resource type=\"imsqti_item_xmlv2p1\" href=\"i.xml\"/>",
                [("t.xml", test), ("i.xml", item)]))
        #expect(read.bank.name == "spring" && read.bank.title == "Spring" && read.bank.notices == ["Be quick."])
        #expect(
            read.notes.map(\.description) == [
                "t.xml:1:1: how the test draws on its questions, and its time, are not kept"
            ])
        #expect(ImportNote.report(read.notes, on: "a.zip") == ["a.zip: \(read.notes[0])"])
    }

    @Test(
        arguments: [
            ("a.gift", "x", .gift), ("a.xml", "<quiz>", .moodleXML), ("a.XML", "<assessmentItem>", .qti),
            ("a.xml", "<?xml version='1.0'?><q:qti-assessment-item>", .qti), ("a.zip", "PK", .qti),
            ("a.csv", "stem,replies,right", .csv), ("a.csv", "id,stem,date", .scenarios), ("a.ods", "PK", .scenarios),
            ("a.txt", "Q\nA. a\nB. b\nANSWER: A", .aiken), ("a.txt", "Q {=a}", .gift), ("a.doc", "x", nil),
            ("a.txt", "Only prose.", nil), ("quiz.xml.qti", "<questestinterop>", .qti), ("a.imscc", "PK", .qti),
            ("a.xml", "<!DOCTYPE quiz><!-- c -->\n<quiz>", .moodleXML), ("a.xml", "<html>", nil),
            ("assessment_meta.xml", "<quiz xmlns=\"http://canvas.instructure.com/xsd/cccv1p0\">", .moodleXML),
        ] as [(String, String, ImportFormat?)]) func `the name and the first words tell the format`(
            name: String, text: String, format: ImportFormat?
        ) throws
    {
        #expect(try ImportFormat.guess(name: name, bytes: Array(text.utf8)) == format)
    }

    @Test func `Aiken with either sign, and words on several lines`() throws {
        let read = try readAiken(
            Array("Which\none?\r\nA) a\r\nB) b\r\nANSWER: B\r\n\r\nNext?\nA. c\nB. d\nANSWER: A".utf8))
        #expect(read.bank.questions.map(\.stem) == [["Which one?"], ["Next?"]])
        #expect(read.bank.questions.map { $0.right.map(\.text) } == [["b"], ["c"]])
        #expect(read.positions.map(\.line) == [1, 7])
    }

    @Test(arguments: [
        ("A. a", 1), ("Q\nA. a\nC. b", 3), ("Q\nA. a\nB. b\nANSWER: C", 4), ("Q\nA. a\nANSWER: A", 3),
        ("Q\nA. a\nB. b", 3),
        ("Q\nA. a\nno option", 3), ("Q\nA. a\nB. b\nANSWER: AB", 4),
    ]) func `a slip in Aiken is pointed at`(text: String, line: Int) throws {
        let problem = #expect(throws: ImportProblem.self) { try readAiken(Array(text.utf8)) }
        #expect(problem?.line == line && problem?.mend != nil, "\(String(describing: problem))")
    }

    @Test func `a table with columns in any order, parted by semicolons`() throws {
        let text = "right;note;replies;stem\n2;x;\"a\nb\";\"What \"\"is\"\" it?\"\n\n1 2;;\"'=c\n-d\";Both?\n"
        let read = try readQuestionTable(Array(text.utf8))
        #expect(read.bank.questions.map(\.stem) == [["What \"is\" it?"], ["Both?"]])
        #expect(read.bank.questions.map { $0.replies.map(\.text) } == [["a", "b"], ["=c", "-d"]])
        #expect(read.bank.questions.map { $0.right.count } == [1, 2])
        #expect(
            read.positions.map(\.line) == [2, 5] && read.notes.map(\.description) == ["1: the column note is not read"])
    }

    @Test(arguments: [
        ("", 0), ("stem,right\n", 1), ("stem,replies,right,stem\n", 1), ("stem,replies,right\na,b,2\n", 2),
        ("stem,replies,right\na,,1\n", 2), ("stem,replies,right\n,b,1\n", 2), ("stem,replies,right\na,\"b,1\n", 2),
        ("stem,replies,right\na,\"b\"c,1\n", 2), ("stem,replies,right,kind\na,b,1,essay\n", 2),
        ("stem,replies,right,feedback\na,b,1,\"x\ny\"\n", 2), ("stem,replies,right\na,b,x\n", 2),
    ]) func `a slip in a table is pointed at`(text: String, line: Int) throws {
        let problem = #expect(throws: ImportProblem.self) { try readQuestionTable(Array(text.utf8)) }
        #expect(problem?.line ?? 0 == line && problem?.mend != nil, "\(String(describing: problem))")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "''+1"])
    func `a cell that a spreadsheet would run is made harmless, and read back`(cell: String) throws {
        let bank = QuestionBank(questions: [
            Question(id: cell, title: cell, stem: [cell], kind: .short, replies: [.init(cell, isRight: true)])
        ])
        let text = String(decoding: bank.csv.bytes, as: UTF8.self)
        let row = try #require(text.split(separator: "\n").last)
        for written in row.split(separator: ",") where written.contains(cell) { #expect(written.hasPrefix("'")) }
        #expect(try readQuestionTable(bank.csv.bytes).bank.questions == bank.questions)
    }
}

/// What Swift would read beyond the numbers that people and other systems write is none.
@Test(
    arguments: [
        ("3", 3), ("-2.5", -2.5), ("+1", 1), ("1e3", 1_000), (".5", 0.5), ("0x10", nil), ("0x1p3", nil), ("inf", nil),
        ("-Infinity", nil), ("nan", nil), ("1e400", nil), ("1_000", nil), ("２", nil), (" 3", nil), ("", nil),
        ("e", nil),
    ] as [(String, Double?)]) func `a number of another system is in digits`(text: String, number: Double?)
{
    #expect(decimal(text) == number)
}
