extension QuestionBank {
    /// The questions as a QTI content package: an item each, a test, and the manifest.
    ///
    /// - Parameters:
    ///   - version: The edition of QTI.
    ///   - plan: How the test draws on the questions; nil for a test of all of them in their order.
    /// - Returns: The package, and what it could not carry.
    func qti(_ version: QTIVersion, plan: TestPlan? = nil) -> Export {
        var archive = ZipArchive()
        let names = qtiIdentifiers
        archive.add("imsmanifest.xml", Array(qtiManifest(names, version).document.utf8))
        archive.add("test.xml", version.document(qtiTest(names, plan)))
        for (name, question) in zip(names, questions) {
            archive.add("items/\(name).xml", version.document(question.qtiItem(name)))
        }
        let losses = Loss.ofMatching(questions) + Loss.of(questions, "tags") { !$0.tags.isEmpty } + (plan?.losses ?? [])
        return Export(archive.finish(), losses: losses)
    }

    /// A name for each item, made of its identity as far as names may hold it.
    var qtiIdentifiers: [String] {
        var used: Set<String> = []
        return questions.enumerated().map { position, question in
            let name = question.id.isEmpty ? "question-\(position + 1)" : qtiName(question.id)
            var free = name
            var number = position + 1
            while !used.insert(free).inserted {
                free = "\(name)_\(number)"
                number += 1
            }
            return free
        }
    }

    private func qtiManifest(_ names: [String], _ version: QTIVersion) -> Element {
        let items = names.map { resource("\($0)", version.itemType, "items/\($0).xml", needing: []) }
        let test = resource("test", version.testType, "test.xml", needing: names)
        return Element(
            "manifest",
            [
                ("xmlns", version.manifestNamespace),
                ("identifier", "manifest-\(qtiName(name.isEmpty ? "questions" : name))"),
            ],
            [
                Element(
                    "metadata", [],
                    [
                        Element("schema", text: version.packageName),
                        Element("schemaversion", text: version.packageVersion),
                    ]),
                Element("organizations"), Element("resources", [], [test] + items),
            ])
    }

    private func resource(_ name: String, _ type: String, _ path: String, needing others: [String]) -> Element {
        Element(
            "resource", [("identifier", "resource-\(name)"), ("type", type), ("href", path)],
            [Element("file", [("href", path)])]
                + others.map { Element("dependency", [("identifierref", "resource-\($0)")]) })
    }
}

/// A name as XML identifiers may be: letters, digits, hyphens and full stops, a letter first.
func qtiName(_ text: String) -> String {
    let characters = text.unicodeScalars.map { scalar -> Character in
        let isKept =
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            || "-.".unicodeScalars.contains(scalar)
        return isKept ? Character(scalar) : "_"
    }
    let name = String(characters)
    return String((name.first?.isLetter == true ? name : "q_" + name).prefix(120))
}
