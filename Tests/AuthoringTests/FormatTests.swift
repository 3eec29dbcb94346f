import Scoring
import Testing

@testable import Authoring
@testable import Content

/// The shapes are both what is read and what the schemas say.
@Suite struct FormatTests {
    /// Every shape that a file may hold, by its name.
    private static let shapes: [String: Shape] = {
        var found: [String: Shape] = [:]
        func visit(_ shape: Shape) {
            guard found.updateValue(shape, forKey: shape.name) == nil else { return }
            for key in shape.keys { visit(key.form) }
        }
        func visit(_ form: Form) {
            switch form {
            case .list(let form), .few(let form, _), .row(let form, _), .slotted(let form), .named(_, let form):
                visit(form)
            case .either(let first, let second):
                visit(first)
                visit(second)
            case .mapping(let shape): visit(shape)
            default: break
            }
        }
        for shape in Shape.files + [.encounterFile] { visit(shape) }
        return found
    }()

    @Test func `every key of a shape is asked for, and no other`() throws {
        var asked: [String: Set<String>] = [:]
        let bundled = ["critical-care", "home-infusion", "outpatient-infusion"].map(Bundled.folder)
        for folder in bundled + ClaimPackTests.names.map({ "\(ClaimPackTests.folder)/\($0)" }) {
            let log = ProblemLog()
            log.keys = [:]
            let reader = PackReader(files: PackFiles(folder: folder, log: log), log: log)
            let read = try #require(reader.read())
            let kind = try #require(
                read.serviceKinds.first { reader.names.measures[$0.subject] == .minutes } ?? read.serviceKinds.first)
            let facts = Array("visits: [{ services: [{ kind: \(kind.subject), minutes: 5 }] }]".utf8)
            let value = try #require(parseYAML(facts, file: "encounter.yaml", log: log))
            _ = reader.readEncounter(value, defaults: EncounterDefaults(date: Day.first, of: read))
            #expect(log.sorted.map(\.description) == [])
            asked.merge(log.keys ?? [:]) { $0.union($1) }
        }
        // The columns of a list are the author's.
        asked["row"] = nil
        #expect(asked.keys.sorted() == Self.shapes.keys.sorted())
        for (name, shape) in Self.shapes { #expect(asked[name] == Set(shape.keys.map(\.name)), "\(name)") }
    }

    @Test func `a key that no shape has cannot be read`() throws {
        let log = ProblemLog()
        let value = try #require(parseYAML(Array("id: a\n".utf8), file: "a.yaml", log: log))
        var fields = try #require(value.fields(of: .serviceKind))
        #expect(fields.value("colour") == nil)
        #expect(log.sorted.map(\.description) == ["a.yaml:1:1: error: the format gives a service no key colour"])
    }

    @Test func `names and notes are fit to be shown`() {
        for shape in Self.shapes.values {
            #expect(Set(shape.keys.map(\.name)).count == shape.keys.count)
            for key in shape.keys { #expect(key.note.hasSuffix("."), "\(shape.name).\(key.name)") }
            #expect(shape.oneOf.allSatisfy { shape.key($0) != nil } && shape.anyOf.allSatisfy { shape.key($0) != nil })
        }
    }
}
