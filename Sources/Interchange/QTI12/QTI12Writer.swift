import Markup

/// Who reads a document of QTI 1.2.
enum QTI12Profile {
    /// Canvas, and what takes over from it.
    case canvas
    /// Whatever imports a Common Cartridge (1.1 to 1.3): its profile of QTI 1.2.
    case cartridge

    /// The name of a question's kind in the item's metadata.
    fileprivate func type(of question: Question) -> (field: String, entry: String) {
        let isSeveral = question.right.count > 1
        switch (self, question.kind) {
        case (.canvas, .short): return ("question_type", "short_answer_question")
        case (.canvas, .choice):
            return ("question_type", isSeveral ? "multiple_answers_question" : "multiple_choice_question")
        case (.cartridge, .short): return ("cc_profile", "cc.fib.v0p1")
        case (.cartridge, .choice):
            return ("cc_profile", isSeveral ? "cc.multiple_response.v0p1" : "cc.multiple_choice.v0p1")
        }
    }

    fileprivate var worthField: String { self == .canvas ? "points_possible" : "cc_weighting" }
}

extension QuestionBank {
    private var nameInQTI12: String { name.isEmpty ? "questions" : name }

    /// A test is never without a title.
    var titleInQTI12: String { title.isEmpty ? nameInQTI12 : title }

    /// The questions as one test of QTI 1.2.
    func qti12(for profile: QTI12Profile, names: [String]) -> Element {
        let fields = [
            profile == .canvas ? ("cc_maxattempts", "1") : ("cc_profile", "cc.exam.v0p1"),
            ("qmd_assessmenttype", "Examination"),
        ]
        let items = zip(names, questions).map { $1.qti12Item($0, for: profile) }
        // There is room for one comment: a line of it is a notice.
        let comment = profile == .canvas && !notices.isEmpty ? notices.joined(separator: "\n") : nil
        return Element(
            "questestinterop",
            [("xmlns", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")],
            [
                Element(
                    "assessment",
                    [("ident", qtiName(nameInQTI12)), ("title", titleInQTI12)],
                    (comment.map { [Element("qticomment", text: $0)] } ?? []) + [
                        metadata(fields), Element("section", [("ident", "root_section")], items),
                    ])
            ])
    }
}

private func metadata(_ fields: [(String, String)]) -> Element {
    Element(
        "qtimetadata", [],
        fields.map { label, entry in
            Element("qtimetadatafield", [], [Element("fieldlabel", text: label), Element("fieldentry", text: entry)])
        })
}

extension Question {
    /// The question as an item of QTI 1.2. Wrong answers that are typed are left out: Canvas takes every text that a
    /// condition names for a right one.
    fileprivate func qti12Item(_ identifier: String, for profile: QTI12Profile) -> Element {
        let type = profile.type(of: self)
        let label = !id.isEmpty && id != identifier ? [("label", id)] : []
        return Element(
            "item", [("ident", identifier), ("title", title.isEmpty ? identifier : title)] + label,
            [
                Element("itemmetadata", [], [metadata([type, (profile.worthField, "1")])]),
                Element("presentation", [], [material(stem), response]), processing,
            ] + feedback)
    }

    /// The replies that go out, each by the name it has in the item.
    private var named: [(name: String, reply: Reply)] {
        replies.filter { kind == .choice || $0.isRight }.enumerated().map { ("R\($0 + 1)", $1) }
    }

    private var response: Element {
        let cardinality = ("rcardinality", isSeveral ? "Multiple" : "Single")
        guard kind == .choice else {
            let label = Element("response_label", [("ident", "answer1"), ("rshuffle", "No")])
            return Element("response_str", [("ident", "response1"), cardinality], [Element("render_fib", [], [label])])
        }
        let labels = named.map { name, reply in
            Element("response_label", [("ident", name)], [Element("material", [], [plainText(reply.text)])])
        }
        return Element("response_lid", [("ident", "response1"), cardinality], [Element("render_choice", [], labels)])
    }

    // MARK: Processing

    private var processing: Element {
        let score = Element(
            "decvar", [("maxvalue", "100"), ("minvalue", "0"), ("varname", "SCORE"), ("vartype", "Decimal")])
        let general = explanationWithSources.isEmpty ? [] : [condition([Element("other")], showing: "general_fb")]
        let said = named.filter { !$0.reply.feedback.isEmpty }.map { name, reply in
            condition([equal(name, reply)], showing: "\(name)_fb")
        }
        return Element("resprocessing", [], [Element("outcomes", [], [score])] + general + said + scoring)
    }

    private var scoring: [Element] {
        guard isSeveral else { return named.filter(\.reply.isRight).map { credit([equal($0.name, $0.reply)]) } }
        let parts = named.map { name, reply in
            reply.isRight ? equal(name, reply) : Element("not", [], [equal(name, reply)])
        }
        return [credit([Element("and", [], parts)])]
    }

    private func equal(_ name: String, _ reply: Reply) -> Element {
        let attributes = [("respident", "response1")] + (kind == .short ? [("case", "No")] : [])
        return Element("varequal", attributes, text: kind == .short ? reply.text : name)
    }

    private func credit(_ tests: [Element]) -> Element {
        Element(
            "respcondition", [("continue", "No")],
            [
                Element("conditionvar", [], tests),
                Element("setvar", [("action", "Set"), ("varname", "SCORE")], text: "100"),
            ])
    }

    private func condition(_ tests: [Element], showing name: String) -> Element {
        Element(
            "respcondition", [("continue", "Yes")],
            [
                Element("conditionvar", [], tests),
                Element("displayfeedback", [("feedbacktype", "Response"), ("linkrefid", name)]),
            ])
    }

    // MARK: Words

    private var feedback: [Element] {
        let general = explanationWithSources.isEmpty ? [] : [("general_fb", material(explanationWithSources))]
        let single = named.filter { !$0.reply.feedback.isEmpty }.map { name, reply in
            ("\(name)_fb", Element("material", [], [plainText(reply.feedback)]))
        }
        return (general + single).map { name, words in
            Element("itemfeedback", [("ident", name)], [Element("flow_mat", [], [words])])
        }
    }

    private func material(_ paragraphs: [String]) -> Element {
        let html = paragraphs.map { "<p>\($0.escapedInXML)</p>" }.joined()
        return Element("material", [], [Element("mattext", [("texttype", "text/html")], text: html)])
    }

    private func plainText(_ text: String) -> Element { Element("mattext", [("texttype", "text/plain")], text: text) }
}
