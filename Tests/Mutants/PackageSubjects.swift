import Content
import Interchange

/// Packages of questions, as they are written here and as Blackboard writes its pools.
func packageSubjects(of pack: Pack) throws -> [Subject] {
    let banks = smallBanks(of: pack)
    let pools = blackboardPools.enumerated().map { (path: "res\($0).dat", bytes: Array($1.utf8)) }
    let manifest = (path: "imsmanifest.xml", bytes: Array(blackboardManifest(of: pools.map(\.path)).utf8))
    return [
        try subject("qti", banks, [.qti21, .qti30], spice: wordsOfQTI2, writing: .qti21),
        try subject("qti-1.2", banks, [.qti12], spice: wordsOfQTI1, writing: .qti12),
        try subject("cartridge", banks, [.commonCartridge], spice: wordsOfQTI1, writing: .commonCartridge),
        subject(
            "blackboard", [[manifest] + pools],
            spice: wordsOfQTI1 + ["SCORE.max", "bb:file", "HTML", "SMART_TEXT", "setmatch", "x1", "xml:base=\"a\""],
            writing: .qti12),
    ]
}

/// Banks in formats by turns.
private func subject(
    _ name: String, _ banks: [QuestionBank], _ formats: [ExportFormat], spice: [String], writing format: ExportFormat
) throws -> Subject {
    let packages = try banks.enumerated().map { place, bank in
        var archive = try ZipReader(bank.export(as: formats[place % formats.count], at: 0).bytes)
        return try archive.names.map { (path: $0, bytes: try archive.content(of: $0) ?? []) }
    }
    return subject(name, packages, spice: spice, writing: format)
}

private func subject(
    _ name: String, _ packages: [Subject.Mutant], spice: [String], writing format: ExportFormat
) -> Subject {
    Subject(name, archives: packages, spice: spice) { file in
        check(file, readQTI) {
            (try? $0.export(as: format, at: 0).bytes) ?? []
        } isAboutContents: {
            $0.position.document != nil && isAboutQuestions($0)
        }
    }
}

private let wordsOfQTI2 = [
    "<", ">", "/>", "</p>", "<!--", "&", "&#0;", "&amp;", "\"", "RESPONSE", "R1", "R2", "", "NEVER", "show", "hide",
    "single", "multiple", "identifier", "string", "float", "<p>", "<b>x</b>", "<img/>", "label=\"a b\"", "0.5", "-1",
    "textEntryInteraction", "choiceInteraction", "matchInteraction", "templateDeclaration", "items/", "test.xml",
    "imsqti_item_xmlv2p1", "webcontent", "é", "\0", "\u{FFFC}", "\u{202E}",
]
private let wordsOfQTI1 = [
    "<", ">", "/>", "</item>", "<!--", "&", "&#0;", "&amp;lt;b&amp;gt;", "\"", "response1", "R1", "R2", "R1_fb",
    "general_fb", "SCORE.max", "100", "-1", "1e308", "Add", "Subtract", "Yes", "No", "Multiple", "Single", "varequal",
    "varsubset", "vargte", "<not>", "</not>", "<or/>", "<other/>", "correct", "other", "respcondition",
    "response_str", "text/plain", "<matimage/>", "<p>", "<script>", "imsqti_xmlv1p2", "test/", "é", "\0",
    "\u{202E}",
]

private func blackboardManifest(of files: [String]) -> String {
    let resources = files.map { file in
        """
        <resource xml:base="res" bb:file="\(file)" bb:title="Pool" identifier="\(file)" type="assessment/x-bb-qti-pool"/>
        """
    }
    return """
        <manifest xmlns:bb="http://www.blackboard.com/content-packaging/" identifier="man00001"><resources>
        \(resources.joined(separator: "\n"))
        </resources></manifest>
        """
}

private func pool(_ type: String, _ response: String, _ conditions: String, _ feedback: String) -> String {
    """
    <questestinterop><assessment title="Pool"><section><item title="x" maxattempts="0"><itemmetadata>
    <bbmd_asi_object_id>_1_1</bbmd_asi_object_id><bbmd_questiontype>\(type)</bbmd_questiontype></itemmetadata>
    <presentation><flow class="Block"><flow class="QUESTION_BLOCK"><flow class="FORMATTED_TEXT_BLOCK">\(words("&lt;p&gt;Which &lt;b&gt;code&lt;/b&gt;?&lt;/p&gt;"))</flow></flow>
    <flow class="RESPONSE_BLOCK">\(response)</flow></flow></presentation>
    <resprocessing scoremodel="SumOfScores"><outcomes><decvar defaultval="0" maxvalue="10.0" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
    \(conditions)
    <respcondition title="incorrect"><conditionvar><other/></conditionvar><setvar action="Set" variablename="SCORE">0</setvar><displayfeedback feedbacktype="Response" linkrefid="incorrect"/></respcondition></resprocessing>
    <itemfeedback ident="correct" view="All"><flow_mat class="Block">\(words("Good."))</flow_mat></itemfeedback>
    <itemfeedback ident="incorrect" view="All"><flow_mat class="Block">\(words("Not so."))</flow_mat></itemfeedback>
    \(feedback)</item></section></assessment></questestinterop>
    """
}

private func words(_ html: String) -> String {
    "<material><mat_extension><mat_formattedtext type=\"HTML\">\(html)</mat_formattedtext></mat_extension></material>"
}

private func label(_ name: String, _ text: String) -> String {
    """
    <flow_label class="Block"><response_label ident="\(name)"><flow_mat class="FORMATTED_TEXT_BLOCK">\(words(text))</flow_mat></response_label></flow_label>
    """
}

/// An answer that is right by what is said to it, as Blackboard has those of a blank.
private func blank(_ title: String, _ test: String) -> String {
    """
    <respcondition title="\(title)"><conditionvar>\(test)</conditionvar><displayfeedback linkrefid="correct" feedbacktype="Response"/>
    <displayfeedback linkrefid="\(title)" feedbacktype="Response"/></respcondition>
    """
}

/// A choice, several answers, and a blank that holds a part.
private let blackboardPools = [
    pool(
        "Multiple Choice",
        """
        <response_lid ident="response" rcardinality="Single" rtiming="No"><render_choice shuffle="No">
        \(label("x1", "99601"))
        \(label("x2", "99602"))
        </render_choice></response_lid>
        """,
        """
        <respcondition title="correct"><conditionvar><varequal case="No" respident="response">x1</varequal></conditionvar>
        <setvar action="Set" variablename="SCORE">SCORE.max</setvar><displayfeedback feedbacktype="Response" linkrefid="correct"/></respcondition>
        """,
        "<itemfeedback ident=\"x2\" view=\"All\"><solution view=\"All\"><solutionmaterial><flow_mat class=\"Block\">\(words("An add-on."))</flow_mat></solutionmaterial></solution></itemfeedback>"
    ),
    pool(
        "Multiple Answer",
        """
        <response_lid ident="response" rcardinality="Multiple" rtiming="No"><render_choice shuffle="No">
        \(label("x1", "start"))
        \(label("x2", "weather"))
        \(label("x3", "stop"))
        </render_choice></response_lid>
        """,
        """
        <respcondition title="correct"><conditionvar><and><varequal respident="response" case="No">x1</varequal>
        <not><varequal respident="response" case="No">x2</varequal></not><varequal respident="response" case="No">x3</varequal></and></conditionvar>
        <setvar variablename="SCORE" action="Set">SCORE.max</setvar></respcondition>
        """, ""),
    pool(
        "Fill in the Blank",
        """
        <response_str ident="response" rcardinality="Single" rtiming="No"><render_fib charset="us-ascii" encoding="UTF_8" rows="0" columns="0" maxchars="0" prompt="Box" fibtype="String"/></response_str>
        """,
        """
        \(blank("h1", "<varequal respident=\"response\" case=\"No\">midpoint</varequal>"))
        \(blank("h2", "<varsubset respident=\"response\" setmatch=\"Contains\">middle</varsubset>"))
        """, ""),
]
