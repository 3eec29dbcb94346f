@testable import Interchange

extension Shape {
    private static func processed(_ rules: String, _ declared: String = right("A")) -> String {
        item(
            declared, choices(1, ("A", "99601"), ("B", "99602"), ("C", "none")),
            "<responseProcessing>\(rules)</responseProcessing>")
    }

    private static func chose(_ name: String) -> String {
        "<match><variable identifier=\"RESPONSE\"/><baseValue baseType=\"identifier\">\(name)</baseValue></match>"
    }

    private static func credit(_ test: String, _ score: String) -> String {
        "<responseCondition><responseIf>\(test)<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">\(score)</baseValue></setOutcomeValue></responseIf></responseCondition>"
    }

    private static func typed(_ rules: String, _ declared: String = right("midpoint")) -> String {
        item(declared, "<p>Write \(entry)</p>", "<responseProcessing>\(rules)</responseProcessing>")
    }

    private static func text(_ test: String, _ text: String) -> String {
        "<\(test)><variable identifier=\"RESPONSE\"/><baseValue baseType=\"string\">\(text)</baseValue></\(test.prefix { $0 != " " })>"
    }

    private static let draw =
        "<section ident=\"g\" title=\"Group\"><selection_ordering><selection><sourcebank_ref>bank1</sourcebank_ref><selection_number>2</selection_number></selection></selection_ordering></section>"

    private static let one = item12(
        [("question_type", "multiple_choice_question")], labels("Single", ("a", "99601"), ("b", "99602")),
        condition(equal("a"), "100"))

    private static let fuller = item12(
        [("question_type", "multiple_choice_question")], labels("Single", ("a", "99601"), ("b", "99602")),
        shows(equal("b"), "b_fb") + condition(equal("a"), "100"), said("b_fb", "An add-on."))

    private static let otherwise = item12(
        [("question_type", "multiple_choice_question")], labels("Single", ("a", "99601"), ("b", "99602")),
        shows(equal("a"), "a_fb") + condition(equal("a"), "100"), said("a_fb", "Yes."))

    private static func twice(_ first: String, _ second: String) -> [UInt8] {
        package(
            "<resource identifier=\"a\" type=\"imsqti_xmlv1p2/imscc_xmlv1p1/assessment\"><file href=\"g1/assessment_qti.xml\"/></resource><resource identifier=\"m\" type=\"associatedcontent/imscc_xmlv1p1/learning-application-resource\" href=\"g1/a.xml.qti\"><file href=\"non_cc_assessments/g1.xml.qti\"/></resource>",
            [("g1/assessment_qti.xml", test(first)), ("non_cc_assessments/g1.xml.qti", test(second))])
    }

    /// What items say of their own grading, beside what they declare as right.
    static let grading: [Shape] = [
        Shape("the grading names another option than is declared", .qti, processed(credit(chose("B"), "1"))),
        Shape(
            "a mapping credits another option, and is what the template goes by", .qti,
            item(
                right("A") + "<mapping defaultValue=\"0\"><mapEntry mapKey=\"B\" mappedValue=\"1\"/></mapping>",
                choices(1, ("A", "99601"), ("B", "99602")),
                "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response\"/>"
            )),
        Shape(
            "the grading gives a part that is not declared", .qti,
            processed(credit(chose("A"), "2") + credit(chose("B"), "1"))),
        Shape("the grading credits nothing that is offered", .qti, processed(credit(chose("X"), "1"))),
        Shape(
            "only the grading tells what is right", .qti, processed(credit(chose("C"), "1"), "")),
        Shape(
            "the grading goes by a rule that is not read", .qti,
            processed(
                "<setOutcomeValue identifier=\"SCORE\"><customOperator class=\"x\"/></setOutcomeValue>")),
        Shape(
            "the usual template", .qti,
            item(
                right("A"), choices(1, ("A", "99601"), ("B", "99602")),
                "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct\"/>"
            )),
        Shape("a pattern that is typed", .qti, typed(credit(text("patternMatch pattern=\"99601.*\"", ""), "1"))),
        Shape(
            "a part that is typed", .qti,
            typed(
                credit(
                    "<substring caseSensitive=\"false\"><baseValue baseType=\"string\">midpoint</baseValue><variable identifier=\"RESPONSE\"/></substring>",
                    "1"))),
        Shape(
            "capitals that count", .qti,
            typed(credit(text("stringMatch caseSensitive=\"true\"", "Midpoint"), "1"), right("Midpoint"))),
        Shape(
            "capitals that do not count", .qti,
            typed(credit(text("stringMatch caseSensitive=\"false\"", "Midpoint"), "1"), right("Midpoint"))),
        Shape(
            "1.2: credit that is taken away", .qti,
            test(
                item12(
                    [], labels("Single", ("a", "99601"), ("b", "99602")),
                    condition(equal("a"), "100") + condition(equal("b"), "-50")))),
        Shape(
            "1.2: capitals that count, and a weight", .qti,
            test(
                item12(
                    [("cc_profile", "cc.fib.v0p1"), ("cc_weighting", "3")], Shape.typed,
                    condition("<varequal respident=\"response1\" case=\"Yes\">Midpoint</varequal>", "100")))),
        Shape(
            "1.2: Blackboard's worth", .qti,
            test(
                one.replacing("<qtimetadata>", with: "<qmd_absolutescore_max>10.0</qmd_absolutescore_max><qtimetadata>")
            )),
        Shape(
            "1.2: a file that is handed in", .qti, test(item12([("question_type", "file_upload_question")], "", ""))),
        Shape("1.2: a group that draws on a bank which is not here", .qti, test(one + draw)),
        Shape(
            "1.2: a group that draws on a bank of the package", .qti,
            bytes: package(
                "<resource identifier=\"a\" type=\"imsqti_xmlv1p2\"><file href=\"a.xml\"/><file href=\"b.xml\"/></resource>",
                [
                    ("a.xml", test(draw)),
                    ("b.xml", "<questestinterop><objectbank ident=\"bank1\">\(one)</objectbank></questestinterop>"),
                ])),
        Shape("1.2: two copies, the second of which says more", .qti, bytes: twice(one, fuller)),
        Shape("1.2: two copies that say different things", .qti, bytes: twice(fuller, otherwise)),
        Shape(
            "numbers in spellings that Moodle compares by their worth", .gift,
            "How long? {#12.50}\n\nHow many? {#\n=1e3#Yes.\n=%50%999}"),
        Shape(
            "a number of Moodle in another spelling", .moodleXML,
            quiz("numerical", "<answer fraction=\"100\"><text>2.50</text><tolerance>0</tolerance></answer>")),
        Shape("true or false in small letters, which is a word to type", .gift, "Is it? {false}\n\nIs it? {FALSE}"),
        Shape(
            "either of two options is enough", .qti,
            processed(
                credit("<or>\(chose("A"))\(chose("B"))</or>", "1"))),
        Shape(
            "either of two options is enough, by a mapping with a bound", .qti,
            item(
                right("A", "B")
                    + "<mapping upperBound=\"1\"><mapEntry mapKey=\"A\" mappedValue=\"1\"/><mapEntry mapKey=\"B\" mappedValue=\"1\"/></mapping>",
                choices(0, ("A", "99601"), ("B", "99602"), ("C", "none")),
                "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response\"/>"
            ).replacing(
                "cardinality=\"single\" baseType=\"identifier\"",
                with: "cardinality=\"multiple\" baseType=\"identifier\"")),
        Shape(
            "a number to type", .qti,
            item(right("2.5"), "<p>Write \(entry)</p>").replacing("baseType=\"identifier\"", with: "baseType=\"float\"")
        ),
        Shape(
            "1.2: either of two options is enough", .qti,
            test(
                item12(
                    [], labels("Single", ("a", "99601"), ("b", "99602"), ("c", "none")),
                    condition("<or>\(equal("a"))\(equal("b"))</or>", "100")))),
        Shape(
            "1.2: a formula to work out", .qti,
            test(item12([("question_type", "calculated_question")], typed, condition(equal("3"), "100")))),
        Shape(
            "numbers in other digits than people write", .gift,
            "How many? {#0x10}\n\nHow many? {#inf}\n\nHow many? {#16}"),
    ]

    private static let lines = "Start: 08:00\nStop: 10:30"

    private static func asked(_ format: String, _ text: String) -> String {
        "<quiz><question type=\"truefalse\"><questiontext\(format)><text><![CDATA[\(text)]]></text></questiontext>\(answer("100", "true") + answer("0", "false"))</question></quiz>"
    }

    /// What is kept of how words stand.
    static let prose: [Shape] = [
        Shape("lines of plain text", .moodleXML, asked(" format=\"plain_text\"", lines)),
        Shape(
            "lines of Moodle's own format", .moodleXML,
            asked(" format=\"moodle_auto_format\"", "<b>Nurse</b>\n" + lines)),
        Shape("lines of Markdown, which are none", .moodleXML, asked(" format=\"markdown\"", lines)),
        Shape("lines of HTML, which are none", .moodleXML, asked(" format=\"html\"", "<i>x</i> " + lines)),
        Shape("text without a format is HTML", .moodleXML, asked("", "<i>x</i> " + lines)),
        Shape("lines of GIFT", .gift, "Start 08\\:00\nStop 10\\:30 {T}\n\n[html]One\ntwo {T}\n\n[plain]One\ntwo {T}"),
        Shape(
            "numbered lists", .moodleXML,
            asked(
                "",
                "<ol start=\"3\"><li>first</li><li value=\"7\">second</li><li>third<ul><li>dot</li></ul></li></ol><ol><li>anew</li></ol>"
            )),
        Shape(
            "formulas", .moodleXML,
            asked(
                "",
                "<p>1<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> hours, 2<math><msup><mn>10</mn><mn>3</mn></msup></math>, <math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><msqrt><mi>b</mi></msqrt></mfrac><annotation>tex</annotation></math>.</p>"
            )),
        Shape(
            "what is crossed out and put in", .moodleXML,
            asked("", "<p>Stop 10:<del>15</del><ins>30</ins>, <s>two</s> three units.</p>")),
        Shape("preformatted lines", .moodleXML, asked("", "<pre>a  b\n c</pre>")),
    ]
}
