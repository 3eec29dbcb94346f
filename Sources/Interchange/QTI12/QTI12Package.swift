extension QuestionBank {
    /// The questions as a package of QTI 1.2 for Canvas, or as a Common Cartridge: the test, and the manifest.
    func qti12Package(for profile: QTI12Profile) -> Export {
        var archive = ZipArchive()
        let path = "test/test.xml"
        archive.add("imsmanifest.xml", Array(manifest(of: path, for: profile).document.utf8))
        archive.add(path, Array(qti12(for: profile, names: qtiIdentifiers).document.utf8))
        let losses =
            Loss.ofMatching(questions)
            + Loss.of(questions, "wrong answers that are typed: Canvas would take them for right") {
                $0.kind == .short && !$0.wrong.isEmpty
            }
            + Loss.of(questions, "parts of the credit: Canvas would take them for all of it") {
                $0.kind == .choice && $0.replies.contains(where: \.isPartlyRight)
            } + Loss.of(questions, "tags") { !$0.tags.isEmpty }
        let notices =
            profile == .cartridge && !self.notices.isEmpty
            ? Loss.of(questions, "notices of the pack") { _ in true } : []
        return Export(archive.finish(), losses: losses + notices)
    }

    private func manifest(of path: String, for profile: QTI12Profile) -> Element {
        let resource = Element(
            "resource",
            [
                ("identifier", "test"),
                ("type", profile == .canvas ? "imsqti_xmlv1p2" : "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"),
            ],
            [Element("file", [("href", path)])])
        guard profile == .cartridge else {
            return Element(
                "manifest",
                [("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"), ("identifier", "manifest")],
                [head("IMS Content", "1.1.3"), Element("organizations"), Element("resources", [], [resource])])
        }
        let item = Element(
            "item", [("identifier", "item"), ("identifierref", "test")], [Element("title", text: titleInQTI12)])
        let organization = Element(
            "organization", [("identifier", "organization"), ("structure", "rooted-hierarchy")],
            [Element("item", [("identifier", "root")], [item])])
        return Element(
            "manifest",
            [("xmlns", "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"), ("identifier", "manifest")],
            [
                cartridgeHead, Element("organizations", [], [organization]), Element("resources", [], [resource]),
            ])
    }

    private func head(_ schema: String, _ version: String) -> Element {
        Element("metadata", [], [Element("schema", text: schema), Element("schemaversion", text: version)])
    }

    /// A cartridge says what it is called.
    private var cartridgeHead: Element {
        let title = Element(
            "lomimscc:title", [], [Element("lomimscc:string", [("language", "en")], text: titleInQTI12)])
        let lom = Element(
            "lomimscc:lom", [("xmlns:lomimscc", "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest")],
            [Element("lomimscc:general", [], [title])])
        var head = head("IMS Common Cartridge", "1.1.0")
        head.content.append(.element(lom))
        return head
    }
}
