/// A mapping of the pack format and its keys, in the order in which an author writes them.
///
/// The reader reads no key that is not here and the schema names every key that is here, so the two cannot drift. A
/// class, since one is shared by all the mappings that are read by it.
package final class Shape: Sendable {
    /// One key of a mapping.
    package struct Key: Sendable {
        /// As it is written.
        package let name: String
        /// Whether no such mapping is without it.
        package let isRequired: Bool
        /// What its value can be.
        package let form: Form
        /// What it says, for an editor to show.
        package let note: String
    }

    /// The name in a schema.
    package let name: String
    /// The same in a sentence: `a code`.
    package let what: String
    /// In the order in which an author writes them.
    package let keys: [Key]
    /// Keys of which exactly one must be there, beside the required ones.
    package let oneOf: [String]
    /// Keys of which at least one must be there.
    package let anyOf: [String]
    /// Keys that may not all be there.
    package let notAll: [String]

    init(
        _ name: String, _ what: String, oneOf: [String] = [], anyOf: [String] = [], notAll: [String] = [], _ keys: [Key]
    ) {
        self.name = name
        self.what = what
        self.keys = keys
        self.oneOf = oneOf
        self.anyOf = anyOf
        self.notAll = notAll
    }

    // A loop, since every key of every file comes by here.
    func key(_ name: String) -> Key? {
        for key in keys where key.name == name { return key }
        return nil
    }
}

extension Shape.Key {
    static func required(_ name: String, _ form: Form, _ note: String) -> Shape.Key {
        Shape.Key(name: name, isRequired: true, form: form, note: note)
    }

    static func optional(_ name: String, _ form: Form, _ note: String) -> Shape.Key {
        Shape.Key(name: name, isRequired: false, form: form, note: note)
    }

    /// The sources that an entry cites.
    static let source = required("source", .list(.id), "Where it is written: an id, or a list of ids, from pack.yaml.")

    static let effective = optional("effective", .mapping(.dates), "The days on which it is in force; else always.")

    static func title(limit: Int = 120) -> Shape.Key {
        required("title", .text(limit: limit), "What it is called, in a few words.")
    }

    static func id(_ what: String) -> Shape.Key { required("id", .id, "The name of \(what), for ever.") }
}

extension Shape {
    static let dates = Shape(
        "dates", "dates with from: and to:",
        [
            .optional("from", .day, "The first day, in force from then on."),
            .optional("to", .day, "The last day."),
        ])

    /// A kind of file of a pack; a section may have several. Named apart from what is in them, which takes longer to
    /// tell than a start should.
    package enum File: String, CaseIterable, Sendable {
        case pack, codes, policies, scenarios, terms, circumstances, misconceptions, templates, blueprints, lessons

        var shape: Shape {
            switch self {
            case .pack: .packFile
            case .codes: .codesFile
            case .policies: .policiesFile
            case .scenarios: .scenariosFile
            case .terms: .termsFile
            case .circumstances: .circumstancesFile
            case .misconceptions: .misconceptionsFile
            case .templates: .templatesFile
            case .blueprints: .blueprintsFile
            case .lessons: .lessonsFile
            }
        }
    }

    /// Every kind of file.
    package static let files = File.allCases.map(\.shape)

    /// A file of the facts of one encounter, as `--encounter` takes it.
    package static let encounterFile = undated
}
