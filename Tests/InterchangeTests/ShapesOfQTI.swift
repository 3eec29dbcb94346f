@testable import Interchange

extension Shape {
    static func item(_ declaration: String, _ body: String, _ rest: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="visit" title="A visit" adaptive="false" timeDependent="false">
        <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">\(declaration)</responseDeclaration>
        <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
        <itemBody>\(body)</itemBody>\(rest)</assessmentItem>
        """
    }

    static func right(_ values: String...) -> String {
        "<correctResponse>" + values.map { "<value>\($0)</value>" }.joined() + "</correctResponse>"
    }

    static func choices(_ most: Int, _ options: (String, String)...) -> String {
        let list = options.map { "<simpleChoice identifier=\"\($0.0)\">\($0.1)</simpleChoice>" }.joined()
        return
            "<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"\(most)\"><prompt>Which?</prompt>\(list)</choiceInteraction>"
    }

    static let entry = "<textEntryInteraction responseIdentifier=\"RESPONSE\" expectedLength=\"10\"/>"

    /// As the specifications' examples and other programs have them, 2.0 to 3.0.
    static let qti: [Shape] = [
        Shape("a choice", .qti, item(right("A"), choices(1, ("A", "99601"), ("B", "99602")))),
        Shape(
            "a choice of several", .qti,
            item(right("A", "C"), choices(0, ("A", "start"), ("B", "weather"), ("C", "stop")))),
        Shape(
            "a choice of several by a mapping", .qti,
            item(
                "<mapping lowerBound=\"0\" defaultValue=\"-2\"><mapEntry mapKey=\"A\" mappedValue=\"1\"/><mapEntry mapKey=\"B\" mappedValue=\"1\"/><mapEntry mapKey=\"C\" mappedValue=\"-1\"/></mapping>",
                choices(0, ("A", "start"), ("B", "stop"), ("C", "weather")))),
        Shape(
            "feedback within options", .qti,
            item(
                right("A"),
                choices(
                    1,
                    (
                        "A",
                        "yes<feedbackInline outcomeIdentifier=\"F\" identifier=\"A\" showHide=\"show\">Good.</feedbackInline>"
                    ), ("B", "no")))),
        Shape(
            "feedback that pops up", .qti,
            item(
                right("A"), choices(1, ("A", "yes"), ("B", "no")),
                "<modalFeedback outcomeIdentifier=\"F\" identifier=\"B\" showHide=\"show\"><p>Read again.</p></modalFeedback>"
            )),
        Shape(
            "an answer to type, with shares", .qti,
            item(
                right("99601")
                    + "<mapping><mapEntry mapKey=\"99601\" mappedValue=\"1\" caseSensitive=\"false\"/><mapEntry mapKey=\"99601 x1\" mappedValue=\"0.5\"/></mapping>",
                "<p>Bill \(entry) first.</p>")),
        Shape(
            "a word from a list within a sentence", .qti,
            item(
                right("B"),
                "<p>The add-on is <inlineChoiceInteraction responseIdentifier=\"RESPONSE\"><inlineChoice identifier=\"A\">99601</inlineChoice><inlineChoice identifier=\"B\">99602</inlineChoice></inlineChoiceInteraction>.</p>"
            )),
        Shape(
            "a table of cells, and a picture", .qti,
            item(
                right("A"),
                "<table><tr><th>Start</th><td>08:00</td></tr></table><p>10<sup>3</sup> &#215; 2</p><object data=\"a.png\" type=\"image/png\"/>"
                    + choices(1, ("A", "a"), ("B", "b")))),
        Shape(
            "a number with a tolerance", .qti,
            item(
                right("150"), "<p>x \(entry)</p>",
                "<responseProcessing><equal toleranceMode=\"absolute\" tolerance=\"5 5\"/></responseProcessing>")),
        Shape("an essay", .qti, item("", "<p>Tell.</p><extendedTextInteraction responseIdentifier=\"RESPONSE\"/>")),
        Shape("pairs", .qti, item("", "<matchInteraction responseIdentifier=\"RESPONSE\"/>")),
        Shape("an order", .qti, item("", "<orderInteraction responseIdentifier=\"RESPONSE\"/>")),
        Shape("several parts", .qti, item("", "<p>\(entry) and \(entry)</p>")),
        Shape(
            "values drawn by chance", .qti,
            item(right("A"), choices(1, ("A", "a"), ("B", "b")), "<templateDeclaration identifier=\"N\"/>")),
        Shape(
            "an item of QTI 3.0", .qti,
            "<qti-assessment-item xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\" identifier=\"three\" title=\"Three\"><qti-response-declaration identifier=\"RESPONSE\" cardinality=\"single\" base-type=\"identifier\"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><qti-choice-interaction response-identifier=\"RESPONSE\" max-choices=\"1\"><qti-prompt>Which?</qti-prompt><qti-simple-choice identifier=\"A\">a</qti-simple-choice><qti-simple-choice identifier=\"B\">b</qti-simple-choice></qti-choice-interaction></qti-item-body></qti-assessment-item>"
        ),
        Shape(
            "a test without its items", .qti,
            "<assessmentTest identifier=\"t\"><assessmentItemRef href=\"i.xml\"/></assessmentTest>"),
        Shape("a manifest without its package", .qti, "<manifest><resources/></manifest>"),
    ]

    static func test(_ items: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="visits" title="Visits">
        <section ident="root_section">\(items)</section></assessment></questestinterop>
        """
    }

    static func item12(
        _ fields: [(String, String)], _ response: String, _ conditions: String, _ feedback: String = ""
    ) -> String {
        let metadata = fields.map {
            "<qtimetadatafield><fieldlabel>\($0)</fieldlabel><fieldentry>\($1)</fieldentry></qtimetadatafield>"
        }.joined()
        return """
            <item ident="i1" title="One"><itemmetadata><qtimetadata>\(metadata)</qtimetadata></itemmetadata>
            <presentation><material><mattext texttype="text/html">&lt;p&gt;Which is it?&lt;/p&gt;</mattext></material>\(response)</presentation>
            <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>\(conditions)</resprocessing>
            \(feedback)</item>
            """
    }

    static func labels(_ cardinality: String, _ options: (String, String)...) -> String {
        let list = options.map {
            "<response_label ident=\"\($0)\"><material><mattext texttype=\"text/html\">\($1)</mattext></material></response_label>"
        }
        return
            "<response_lid ident=\"response1\" rcardinality=\"\(cardinality)\"><render_choice>\(list.joined())</render_choice></response_lid>"
    }

    static func condition(
        _ test: String, _ score: String, _ more: String = "", continues: String = "No", action: String = "Set"
    ) -> String {
        "<respcondition continue=\"\(continues)\"><conditionvar>\(test)</conditionvar><setvar action=\"\(action)\" varname=\"SCORE\">\(score)</setvar>\(more)</respcondition>"
    }

    static func equal(_ value: String) -> String { "<varequal respident=\"response1\">\(value)</varequal>" }

    static func said(_ ident: String, _ words: String) -> String {
        "<itemfeedback ident=\"\(ident)\"><flow_mat><material><mattext texttype=\"text/html\">&lt;p&gt;\(words)&lt;/p&gt;</mattext></material></flow_mat></itemfeedback>"
    }

    static func shows(_ test: String, _ ident: String) -> String {
        "<respcondition continue=\"Yes\"><conditionvar>\(test)</conditionvar><displayfeedback feedbacktype=\"Response\" linkrefid=\"\(ident)\"/></respcondition>"
    }

    static let typed =
        "<response_str ident=\"response1\" rcardinality=\"Single\"><render_fib><response_label ident=\"answer1\"/></render_fib></response_str>"

    /// As Canvas, Respondus, Blackboard and cartridges have them.
    static let qti12: [Shape] = [
        Shape(
            "Canvas: a choice with feedback of every kind", .qti,
            test(
                item12(
                    [("question_type", "multiple_choice_question"), ("points_possible", "2.0")],
                    labels("Single", ("a", "99601"), ("b", "99602")),
                    shows("<other/>", "general_fb") + shows(equal("b"), "b_fb")
                        + condition(
                            equal("a"), "100", "<displayfeedback feedbacktype=\"Response\" linkrefid=\"correct_fb\"/>")
                        + shows("<other/>", "general_incorrect_fb"),
                    said("general_fb", "To all.") + said("correct_fb", "Right.")
                        + said("general_incorrect_fb", "Wrong.") + said("b_fb", "An add-on.")))),
        Shape(
            "Canvas: several answers", .qti,
            test(
                item12(
                    [("question_type", "multiple_answers_question")],
                    labels("Multiple", ("a", "start"), ("b", "weather"), ("c", "stop")),
                    condition("<and>\(equal("a"))<not>\(equal("b"))</not>\(equal("c"))</and>", "100")))),
        Shape(
            "Canvas: true or false", .qti,
            test(
                item12(
                    [("question_type", "true_false_question")], labels("Single", ("1", "True"), ("2", "False")),
                    condition(equal("2"), "100")))),
        Shape(
            "Canvas: a short answer in several spellings", .qti,
            test(
                item12(
                    [("question_type", "short_answer_question")], typed,
                    condition(equal("99601") + equal("99601 x1"), "100")))),
        Shape(
            "Canvas: a number, exact", .qti,
            test(
                item12(
                    [("question_type", "numerical_question")], typed,
                    condition(
                        "<or>\(equal("150"))<and><vargte respident=\"response1\">150</vargte><varlte respident=\"response1\">150</varlte></and></or>",
                        "100")))),
        Shape(
            "Canvas: a number with a margin", .qti,
            test(
                item12(
                    [("question_type", "numerical_question")], typed,
                    condition(
                        "<or>\(equal("150"))<and><vargte respident=\"response1\">145</vargte><varlte respident=\"response1\">155</varlte></and></or>",
                        "100")))),
        Shape(
            "Canvas: an essay", .qti,
            test(
                item12(
                    [("question_type", "essay_question")], typed,
                    "<respcondition continue=\"No\"><conditionvar><other/></conditionvar></respcondition>"))),
        Shape(
            "Canvas: pairs", .qti,
            test(
                item12(
                    [("question_type", "matching_question")],
                    labels("Single", ("a", "b")) + labels("Single", ("a", "b")), ""))),
        Shape("Canvas: words alone", .qti, test(item12([("question_type", "text_only_question")], "", ""))),
        Shape(
            "Canvas: options worth parts", .qti,
            test(
                item12(
                    [], labels("Single", ("a", "99601"), ("b", "99601 x1"), ("c", "none")),
                    condition(equal("a"), "100") + condition(equal("b"), "50")))),
        Shape(
            "Respondus: options that add and take away", .qti,
            test(
                item12(
                    [], labels("Multiple", ("a", "start"), ("b", "weather"), ("c", "stop")),
                    condition(equal("a"), "50.00", action: "Add") + condition(equal("b"), "-10.00", action: "Add")
                        + condition(equal("c"), "50.00", action: "Add")))),
        Shape(
            "Common Cartridge: its profile's fields", .qti,
            test(
                item12(
                    [("cc_profile", "cc.multiple_response.v0p1"), ("cc_weighting", "1")],
                    labels("Multiple", ("a", "start"), ("b", "stop")),
                    condition("<and>\(equal("a"))\(equal("b"))</and>", "100")))),
        Shape(
            "Common Cartridge: an answer whose capitals do not count", .qti,
            test(
                item12(
                    [("cc_profile", "cc.fib.v0p1")], typed,
                    condition("<varequal respident=\"response1\" case=\"No\">midpoint</varequal>", "100")))),
        Shape(
            "Blackboard: a pool of choices", .qti,
            """
            <questestinterop><assessment title="Pool"><section><item title="x"><itemmetadata><bbmd_asi_object_id>_1_1</bbmd_asi_object_id><bbmd_questiontype>Multiple Choice</bbmd_questiontype></itemmetadata>
            <presentation><flow class="Block"><flow class="QUESTION_BLOCK"><flow class="FORMATTED_TEXT_BLOCK"><material><mat_extension><mat_formattedtext type="HTML">&lt;p&gt;Which &lt;b&gt;code&lt;/b&gt;?&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow></flow>
            <flow class="RESPONSE_BLOCK"><response_lid ident="response" rcardinality="Single" rtiming="No"><render_choice shuffle="No"><flow_label class="Block"><response_label ident="x1"><flow_mat class="FORMATTED_TEXT_BLOCK"><material><mat_extension><mat_formattedtext type="HTML">99601</mat_formattedtext></mat_extension></material></flow_mat></response_label></flow_label>
            <flow_label class="Block"><response_label ident="x2"><flow_mat><material><mat_extension><mat_formattedtext type="SMART_TEXT">99602</mat_formattedtext></mat_extension></material></flow_mat></response_label></flow_label></render_choice></response_lid></flow></flow></presentation>
            <resprocessing scoremodel="SumOfScores"><outcomes><decvar defaultval="0" maxvalue="10.0" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
            <respcondition title="correct"><conditionvar><varequal case="No" respident="response">x1</varequal></conditionvar><setvar action="Set" variablename="SCORE">SCORE.max</setvar><displayfeedback feedbacktype="Response" linkrefid="correct"/></respcondition>
            <respcondition title="incorrect"><conditionvar><other/></conditionvar><setvar action="Set" variablename="SCORE">0</setvar><displayfeedback feedbacktype="Response" linkrefid="incorrect"/></respcondition></resprocessing>
            <itemfeedback ident="correct" view="All"><flow_mat class="Block"><material><mat_extension><mat_formattedtext type="HTML">Good.</mat_formattedtext></mat_extension></material></flow_mat></itemfeedback>
            <itemfeedback ident="incorrect" view="All"><flow_mat class="Block"><material><mat_extension><mat_formattedtext type="HTML">Not so.</mat_formattedtext></mat_extension></material></flow_mat></itemfeedback>
            <itemfeedback ident="x2" view="All"><solution view="All"><solutionmaterial><flow_mat class="Block"><material><mat_extension><mat_formattedtext type="HTML">It is the add-on.</mat_formattedtext></mat_extension></material></flow_mat></solutionmaterial></solution></itemfeedback>
            </item></section></assessment></questestinterop>
            """),
        Shape(
            "Blackboard: a blank that holds a part", .qti,
            test(
                item12(
                    [], typed,
                    condition("<varsubset respident=\"response1\" setmatch=\"Contains\">midpoint</varsubset>", "100")))),
        Shape(
            "the document type of the specification's own examples", .qti,
            "<?xml version=\"1.0\" encoding=\"windows-1252\"?><!DOCTYPE questestinterop SYSTEM \"ims_qtiasiv1p2.dtd\">"
                + "<questestinterop><qticomment>x</qticomment><item ident=\"q\"><presentation label=\"r\"><flow><material><mattext>Is it at home?</mattext></material><response_lid ident=\"TF\" rcardinality=\"Single\"><render_choice><flow_label><response_label ident=\"T\"><material><mattext>True</mattext></material></response_label></flow_label><flow_label><response_label ident=\"F\"><material><mattext>False</mattext></material></response_label></flow_label></render_choice></response_lid></flow></presentation><resprocessing><outcomes><decvar/></outcomes><respcondition title=\"x\"><conditionvar><varequal respident=\"TF\">T</varequal></conditionvar><setvar action=\"Set\">1</setvar></respcondition></resprocessing></item></questestinterop>"
        ),
        Shape(
            "a bank of items with its own prefix, of which one is none here", .qti,
            "<q:questestinterop xmlns:q=\"x\"><q:objectbank ident=\"bank\"><q:item ident=\"a\"/><q:item ident=\"b\"><q:presentation><q:material><q:mattext>Which?</q:mattext></q:material><q:response_str ident=\"r\"><q:render_fib/></q:response_str></q:presentation><q:resprocessing><q:respcondition><q:conditionvar><q:varequal respident=\"r\">99601</q:varequal></q:conditionvar><q:setvar>1</q:setvar></q:respcondition></q:resprocessing></q:item></q:objectbank></q:questestinterop>"
        ),
    ]

    private static let typedItem = item(right("99601"), "<p>Which? \(entry)</p>")
    private static let choiceItem = item(right("A"), choices(1, ("A", "99601"), ("B", "99602"))).replacing(
        "\"visit\"", with: "\"other\"")
    private static let canvasItem = test(
        item12([("question_type", "short_answer_question")], typed, condition(equal("99601"), "100")))

    /// As they are packed.
    static let packages: [Shape] = [
        Shape(
            "items that the manifest names", .qti,
            bytes: package(
                "<resource identifier=\"a\" type=\"imsqti_item_xmlv2p1\" href=\"a.xml\"><file href=\"a.xml\"/></resource><resource identifier=\"b\" type=\"imsqti_item_xmlv2p2\" href=\"b.xml\"/>",
                [("a.xml", typedItem), ("b.xml", choiceItem)])),
        Shape(
            "items that only the test names", .qti,
            bytes: package(
                "<resource identifier=\"t\" type=\"imsqti_test_xmlv2p1\" href=\"tests/t.xml\"/>",
                [
                    (
                        "tests/t.xml",
                        "<assessmentTest identifier=\"t\" title=\"Visits\"><testPart><assessmentSection><assessmentItemRef href=\"../items/a%20b.xml\"/><assessmentItemRef href=\"./c.xml\"/></assessmentSection></testPart></assessmentTest>"
                    ), ("items/a b.xml", typedItem), ("tests/c.xml", choiceItem),
                ])),
        Shape(
            "items that a section of the test names", .qti,
            bytes: package(
                "<resource identifier=\"t\" type=\"imsqti_test_xmlv2p1\" href=\"t.xml\"/>",
                [
                    (
                        "t.xml",
                        "<assessmentTest identifier=\"t\" title=\"T\"><testPart><assessmentSectionRef href=\"s.xml\"/></testPart></assessmentTest>"
                    ), ("s.xml", "<assessmentSection><assessmentItemRef href=\"a.xml\"/></assessmentSection>"),
                    ("a.xml", typedItem),
                ])),
        Shape(
            "a package within a folder", .qti,
            bytes: package(
                "<resource identifier=\"a\" type=\"imsqti_item_xmlv2p1\" href=\"a.xml\"/>", [("quiz/a.xml", typedItem)],
                folder: "quiz/")),
        Shape(
            "a file that is missing, and one that is broken", .qti,
            bytes: package(
                "<resource identifier=\"a\" type=\"imsqti_item_xmlv2p1\" href=\"a.xml\"/><resource identifier=\"b\" type=\"imsqti_item_xmlv2p1\" href=\"b.xml\"/><resource identifier=\"c\" type=\"imsqti_item_xmlv2p1\" href=\"c.xml\"/>",
                [("a.xml", typedItem), ("c.xml", "<assessmentItem>")])),
        Shape(
            "Canvas: a quiz with its settings", .qti,
            bytes: package(
                "<resource identifier=\"g1\" type=\"imsqti_xmlv1p2\"><file href=\"g1/g1.xml\"/><dependency identifierref=\"m\"/></resource><resource identifier=\"m\" type=\"associatedcontent/imscc_xmlv1p1/learning-application-resource\" href=\"g1/assessment_meta.xml\"><file href=\"g1/assessment_meta.xml\"/></resource>",
                [
                    ("g1/g1.xml", canvasItem),
                    (
                        "g1/assessment_meta.xml",
                        "<quiz identifier=\"g1\" xmlns=\"http://canvas.instructure.com/xsd/cccv1p0\"><title>Visits</title></quiz>"
                    ),
                ])),
        Shape(
            "Canvas: a course, with a quiz for itself and for others, and pages", .qti,
            bytes: package(
                "<resource identifier=\"g1\" type=\"imsqti_xmlv1p2/imscc_xmlv1p1/assessment\"><file href=\"g1/assessment_qti.xml\"/></resource><resource identifier=\"m\" type=\"associatedcontent/imscc_xmlv1p1/learning-application-resource\" href=\"g1/assessment_meta.xml\"><file href=\"non_cc_assessments/g1.xml.qti\"/></resource><resource identifier=\"p\" type=\"webcontent\" href=\"wiki/a.html\"><file href=\"wiki/a.html\"/></resource><resource identifier=\"q\" type=\"webcontent\" href=\"b.png\"><file href=\"b.png\"/></resource>",
                [
                    ("g1/assessment_qti.xml", canvasItem), ("non_cc_assessments/g1.xml.qti", canvasItem),
                    ("wiki/a.html", "<p>x</p>"), ("b.png", "x"),
                ])),
        Shape(
            "Blackboard: a pool", .qti,
            bytes: package(
                "<resource xml:base=\"res00001\" bb:file=\"res00001.dat\" bb:title=\"Pool\" identifier=\"res00001\" type=\"assessment/x-bb-qti-pool\"/>",
                [("res00001.dat", canvasItem)])),
        Shape(
            "nothing but pages", .qti,
            bytes: package("<resource type=\"webcontent\" href=\"a.html\"/>", [("a.html", "<p/>")])),
        Shape(
            "an archive of something else", .qti,
            bytes: {
                var a = ZipArchive()
                a.add("a.txt", [])
                return a.finish()
            }()),
    ]

    /// Texts and tables.
    static let tables: [Shape] = [
        Shape("Aiken", .aiken, "How long is a visit of 99601?\nA. Up to one hour\nB. Up to two hours\nANSWER: B\n"),
        Shape(
            "Aiken: brackets, and words on two lines", .aiken,
            "Which code\nis the add-on?\nA) 99601\nB) 99602\nANSWER: B"),
        Shape(
            "Aiken: one bad question among good ones", .aiken,
            "One?\nA. a\nB. b\nANSWER: A\n\nTwo?\nA. a\nB. b\n\nThree?\nA. a\nC. b\nANSWER: A\n\nFour?\nA. a\nB. b\nANSWER: B"
        ),
        Shape("prose, taken for Aiken", .aiken, "Only words.\nAnd more."),
        Shape("a table", .csv, "stem,replies,right\nWhich?,\"99601\n99602\",1\n"),
        Shape("a table with a bad row", .csv, "stem;replies;right;kind\nWhich?;a;2;choice\nHow many?;two;1;short\n"),
        Shape("a table without rows", .csv, "stem,replies,right\n"),
    ]
}
