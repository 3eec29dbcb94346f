#if Server
import Machine
import Markup
import Mustache

/// Pages in mustache, which are read once at the start.
package struct MustacheRenderer: PageRenderer {
    private let library: MustacheLibrary

    /// Reads the templates of a folder.
    ///
    /// - Parameter folder: Whose files `NAME.mustache` are the templates.
    /// - Throws: Where one cannot be read.
    package init(folder: String) throws {
        MustacheContentTypes.register(SafeHTML(), named: "SAFE")
        var templates: [String: MustacheTemplate] = [:]
        let ending = ".mustache"
        for file in names(inFolder: folder) where file.hasSuffix(ending) {
            templates[String(file.dropLast(ending.count))] = try MustacheTemplate(
                string: "{{% CONTENT_TYPE:SAFE}}" + (try readText("\(folder)/\(file)")))
        }
        library = MustacheLibrary(templates: templates)
    }

    package func render(_ template: String, _ values: [String: PageValue]) throws -> String {
        guard let page = library.render(values.mapValues(\.forMustache), withTemplate: template) else {
            throw MissingTemplate(name: template)
        }
        return page
    }
}

/// HTML in which text stays text. Mustache's own goes character by character, and a quotation mark with an accent on it is
/// another character to Swift, and still the end of an attribute to a browser.
private struct SafeHTML: MustacheContentType {
    func escapeText(_ text: String) -> String { text.escapedInXML }
}

/// That there is no template of a name.
struct MissingTemplate: Error {
    let name: String
}

extension PageValue {
    fileprivate var forMustache: Any {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let list): list.map(\.forMustache)
        case .group(let group): group.mapValues(\.forMustache)
        }
    }
}
#endif
