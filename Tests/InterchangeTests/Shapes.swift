@testable import Interchange

/// A small file of a shape that other systems write, in words of our own.
struct Shape: Sendable {
    let name: String
    let format: ImportFormat
    let bytes: [UInt8]

    init(_ name: String, _ format: ImportFormat, _ text: String) {
        self.name = name
        self.format = format
        bytes = Array(text.utf8)
    }

    init(_ name: String, _ format: ImportFormat, bytes: [UInt8]) {
        self.name = name
        self.format = format
        self.bytes = bytes
    }

    /// A package of files, with a manifest of these resources.
    static func package(_ resources: String, _ files: [(String, String)], folder: String = "") -> [UInt8] {
        var archive = ZipArchive()
        let manifest = "<manifest><organizations/><resources>\(resources)</resources></manifest>"
        for (name, text) in [("\(folder)imsmanifest.xml", manifest)] + files { archive.add(name, Array(text.utf8)) }
        return archive.finish()
    }

    static let groups = [
        ("gift", gift), ("moodle-xml", moodle), ("qti", qti), ("qti-1.2", qti12), ("packages", packages),
        ("tables", tables), ("grading", grading), ("prose", prose),
    ]
}

extension Shape {
    /// As Moodle's own examples and its exports have them.
    static let gift: [Shape] = [
        Shape("a choice in one line", .gift, "Who stays beside the pump?{~a driver ~a clerk =a nurse}"),
        Shape("a choice in several lines", .gift, "Where is it given? {\n    ~at a desk\n    =at home\n    ~nowhere}"),
        Shape("a gap within a sentence", .gift, "The first two hours are {~99602 =99601 ~99603} of a visit."),
        Shape("a gap that is typed", .gift, "Two hours and one more are 99601 and {=99602 =+99602}."),
        Shape("true or false in one letter", .gift, "Travel is billed.{F}"),
        Shape(
            "true or false with what is said to either", .gift,
            "An add-on stands alone.{FALSE#It needs its first code.#Right, it does not.}"),
        Shape("a short answer without a sign", .gift, "Write the number of hours. {two}"),
        Shape(
            "short answers with feedback", .gift, "Which code? {\n=99601#Well done.\n=%0%99602#That one is an add-on.}"),
        Shape("a short answer with parts of the credit", .gift, "Which? {=99601 =%75%99601 x1#Nearly. =%25%99602#No.}"),
        Shape("a short answer with a wildcard", .gift, "Which? {=99601 =*99601* =%0%*#Think of the first hours.}"),
        Shape("a short answer with the sign itself", .gift, "Which? {=99601\\*1}"),
        Shape("a number", .gift, "How many minutes are two hours? {#120}"),
        Shape(
            "numbers with feedback, a share and any other", .gift,
            "How many minutes? {#\n=150#All of them. =%50%120:0#Half an hour is missing. ~#Count again.}"),
        Shape("a number with a tolerance", .gift, "About how many? {#150:5}"),
        Shape("a number within a range", .gift, "About how many? {#145..155}"),
        Shape("a number beside one with a tolerance", .gift, "How many? {#\n=150:0#Yes.\n=%50%150:10#Nearly.}"),
        Shape("several right answers", .gift, "Which two are written down? {~%50%start ~%50%stop ~%-100%weather}"),
        Shape(
            "three right answers, with Moodle's shares", .gift,
            "Which three? {~%33.33333%a ~%33.33333%b ~%33.33333%c ~d}"),
        Shape("a half right option beside the right one", .gift, "Which? {~none ~%50%99602 =99601}"),
        Shape("pairs", .gift, "Match. {=99601 -> first =99602 -> further}"),
        Shape("an essay", .gift, "Tell of a visit. {}"),
        Shape("words that ask nothing", .gift, "These questions are about visits."),
        Shape(
            "comments before and within a question", .gift,
            "// A heading\n\n// question: 7  name: x\n::Visit::How long?\n// hidden\n{\n\t=two hours\n// also hidden {~\n}"
        ),
        Shape("signs that are escaped", .gift, "What is 1 \\= 1 \\{a\\} \\~ \\# \\: \\\\ ? {=\\=1 ~\\~ \\#2}"),
        Shape(
            "the formats of a text, at the question and at its answers", .gift,
            "[html]<p>Is it &ge; 2&frac12;&nbsp;hours?</p>{=[plain]yes, <so>#[html]<em>Good.</em> ~[markdown]**no**#[moodle]No &eacute;}"
        ),
        Shape(
            "Moodle's own format, with tags and entities", .gift,
            "A visit of 2&times;60 minutes<br>at &lt;home&gt;. {=a ~b}"),
        Shape(
            "what is said to everybody", .gift, "How many? {=2 ~3 ####Two, since 99601 is the first.\\nSee the guide.}"),
        Shape(
            "a table in HTML", .gift,
            "[html]<table><tr><th>Start</th><th>Stop</th></tr><tr><td>08\\:00</td><td>10\\:30</td></tr></table>{=a ~b}"),
        Shape("categories", .gift, "$CATEGORY: $course$/visits\n\nA? {T}\n\n$CATEGORY: $course$/drugs\n\nB? {F}"),
        Shape("one bad question among good ones", .gift, "A? {T}\n\nB? {=\n\nC {\n\nD? {F}"),
    ]

    static func quiz(_ type: String, _ content: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <quiz><question type="\(type)"><name><text>A name</text></name>
        <questiontext format="html"><text><![CDATA[<p>Which is it?</p>]]></text></questiontext>
        \(content)</question></quiz>
        """
    }

    static func answer(_ fraction: String, _ text: String, _ more: String = "") -> String {
        "<answer fraction=\"\(fraction)\" format=\"html\"><text>\(text)</text>\(more)</answer>"
    }

    /// As Moodle exports them.
    static let moodle: [Shape] = [
        Shape(
            "a choice with all that Moodle writes", .moodleXML,
            quiz(
                "multichoice",
                """
                <generalfeedback format="html"><text>&lt;p&gt;Because.&lt;/p&gt;</text></generalfeedback>
                <defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>q-1</idnumber>
                <single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>
                <correctfeedback format="html"><text>Right.</text></correctfeedback><shownumcorrect/>
                \(answer("100", "&lt;p&gt;99601&lt;/p&gt;", "<feedback format=\"html\"><text>Yes.</text></feedback>"))
                \(answer("0", "&lt;p&gt;99602&lt;/p&gt;"))<hint format="html"><text>Think.</text></hint>
                <tags><tag><text>visits</text></tag></tags>
                """)),
        Shape(
            "several right options, with penalties", .moodleXML,
            quiz(
                "multichoice",
                "<single>false</single>\(answer("50", "a") + answer("50", "b") + answer("-50", "c"))")),
        Shape(
            "one of two right options", .moodleXML,
            quiz("multichoice", answer("100", "a") + answer("100", "b") + answer("0", "c"))),
        Shape(
            "short answers of which capitals count", .moodleXML,
            quiz(
                "shortanswer",
                "<usecase>1</usecase>\(answer("100", "99601-SH") + answer("60", "99601") + answer("0", "*", "<feedback><text>No.</text></feedback>"))"
            )),
        Shape(
            "a pattern with the sign itself", .moodleXML,
            quiz("shortanswer", answer("100", "99601\\*1") + answer("100", "9960?*"))),
        Shape(
            "a number without a tolerance", .moodleXML,
            quiz("numerical", "<answer fraction=\"100\"><text>150</text><tolerance>0.000</tolerance></answer>")),
        Shape(
            "a number with a tolerance and units", .moodleXML,
            quiz(
                "numerical",
                "<answer fraction=\"100\"><text>150</text><tolerance>5</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>min</unit_name></unit></units>"
            )),
        Shape(
            "an exact number in units beside one with a tolerance", .moodleXML,
            quiz(
                "numerical",
                "<answer fraction=\"100\"><text>150</text><tolerance>0</tolerance></answer><answer fraction=\"50\"><text>150</text><tolerance>9</tolerance></answer><units><unit><unit_name>min</unit_name></unit></units>"
            )),
        Shape(
            "true or false", .moodleXML,
            quiz(
                "truefalse", answer("100", "true", "<feedback><text>So it is.</text></feedback>") + answer("0", "false")
            )),
        Shape("an essay", .moodleXML, quiz("essay", "")),
        Shape(
            "pairs", .moodleXML,
            quiz("matching", "<subquestion><text>a</text><answer><text>b</text></answer></subquestion>")),
        Shape("answers within the text", .moodleXML, quiz("cloze", "")),
        Shape(
            "a category with words, and another", .moodleXML,
            "<quiz><question type=\"category\"><category><text>$course$/top/visits</text></category><info format=\"html\"><text>&lt;p&gt;Visits&lt;/p&gt;&lt;p&gt;All rights reserved.&lt;/p&gt;</text></info></question><question type=\"truefalse\"><questiontext><text>So?</text></questiontext>\(answer("100", "true") + answer("0", "false"))</question><question type=\"category\"><category><text>other</text></category></question></quiz>"
        ),
        Shape(
            "HTML with a table, script, style, entities and a picture", .moodleXML,
            "<quiz><question type=\"truefalse\"><questiontext format=\"html\"><text><![CDATA[<style>p { color: red }</style><script>var a = 1 < 2;</script><table><tbody><tr><td>08:00</td><td>10:30</td></tr></tbody></table><p>2&times;10<sup>3</sup> &micro;g, &ge;&nbsp;1&frac12;&deg;, caf&eacute; &amp; more</p><!-- note --><img src=\"@@PLUGINFILE@@/a.png\" alt=\"a > b\">]]></text><file name=\"a.png\" encoding=\"base64\">AA==</file></questiontext>\(answer("100", "true") + answer("0", "false"))</question></quiz>"
        ),
        Shape(
            "ISO 8859-1, as its first line says, with a document type", .moodleXML,
            bytes: Array(
                "<?xml version='1.0' encoding='ISO-8859-1'?><!DOCTYPE quiz><quiz><question type='truefalse'><questiontext format='plain_text'><text>Caf"
                    .utf8)
                + [0xE9, 0x20, 0x96, 0x20]
                + Array(
                    "so?</text></questiontext><answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer></question></quiz>"
                        .utf8)),
        Shape(
            "one bad question among good ones", .moodleXML,
            "<quiz>\n<question type=\"truefalse\"><questiontext><text>So?</text></questiontext>\(answer("100", "true") + answer("0", "false"))</question>\n<question type=\"shortanswer\"><questiontext><text>x</text></questiontext>\(answer("1e9", "a"))</question>\n<question type=\"shortanswer\"><questiontext><text/></questiontext>\(answer("100", "a"))</question>\n</quiz>"
        ),
        Shape(
            "the settings of a quiz in Canvas", .moodleXML,
            "<quiz identifier=\"g1\" xmlns=\"http://canvas.instructure.com/xsd/cccv1p0\"><title>Visits</title></quiz>"),
    ]
}
