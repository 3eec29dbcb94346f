import Content
import Yams

/// Parses one file, or logs where and why it cannot be read.
func parseYAML(_ bytes: [UInt8], file: String, log: ProblemLog) -> Value? {
    guard let source = SourceText(bytes, file: file, log: log) else { return nil }
    do {
        // Without rules of its own the resolver leaves every scalar what it is: text.
        let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
        guard let node = try parser.singleRoot() else {
            log.error("the file is empty", at: FilePosition(file), mend: "fill it in, or delete it")
            return nil
        }
        let value = Value(node: node, file: file, log: log)
        // A node knows its anchor only as long as the parser lives.
        return withExtendedLifetime(parser) { value.isPlainYAML() } ? value : nil
    } catch let error as YamlError {
        let fault = YAMLFault(error)
        log.error(fault.message, at: FilePosition(file, line: fault.line, column: fault.column), mend: fault.mend)
    } catch {
        log.error("the file is not YAML: \(error)", at: FilePosition(file))
    }
    return nil
}

extension Value {
    /// More levels than any part of a pack has.
    static let depthLimit = 20

    private static let plainTags = Set([Tag.Name.str, .seq, .map].map(\.rawValue))

    /// Whether the value and all that it holds are written without anchors, tags and depths that no pack needs; the
    /// first that is not is logged.
    fileprivate func isPlainYAML(depth: Int = 1) -> Bool {
        if node.anchor != nil {
            fail("YAML anchors and aliases are not read here", mend: "write the value out wherever it is meant")
            return false
        }
        let tag = node.tag.description
        if !Self.plainTags.contains(tag) {
            fail("the YAML tag \(tag.quoted) means nothing here", mend: "take it off")
            return false
        }
        guard depth <= Self.depthLimit else {
            fail("values are nested too deeply", mend: "no part of a pack needs more than \(Self.depthLimit) levels")
            return false
        }
        return parts.allSatisfy { $0.isPlainYAML(depth: depth + 1) }
    }

    private var parts: [Value] {
        switch node {
        case .sequence(let sequence): sequence.map(with)
        case .mapping(let mapping): mapping.flatMap { [with($0.key), with($0.value)] }
        case .scalar, .alias: []
        }
    }

    /// The text of every scalar in it, keys too.
    var texts: [String] { name.map { [$0] } ?? parts.flatMap(\.texts) }
}

/// What the YAML parser objects to, in an author's words.
private struct YAMLFault {
    var message = "the file is not YAML"
    var line = 1
    var column = 1
    var mend: String?

    init(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            explain(problem, at: mark, context)
        case .duplicatedKeysInMapping(let keys, let context):
            // What is no scalar has no name to give.
            let names = keys.map { $0 == "<uncovertable>" ? "a key" : $0.shown(limit: 40) }.joined(separator: ", ")
            message = "\(names) stands more than once in this mapping"
            line = context.mark.line
            column = context.mark.column
            mend = "keep one of them"
        default: break
        }
    }

    /// The context is what was being read, and where that began.
    private mutating func explain(_ problem: String, at mark: Mark, _ context: YamlError.Context?) {
        line = mark.line
        column = mark.column
        switch problem {
        case "but found another document":
            message = "the file holds more than one YAML document"
            mend = "take out the line ---"
        case "found undefined alias":
            message = "YAML anchors and aliases are not read here"
            mend = "put quotes round text that begins with *"
        case let other where other.hasPrefix("Maximum nesting level"):
            message = "values are nested too deeply"
            mend = "no part of a pack needs more than \(Value.depthLimit) levels"
        case "mapping values are not allowed in this context":
            message = "this colon makes a key where none can be"
            mend = "put quotes round text that holds a colon and a space, or check how far the line is indented"
        case "found character that cannot start any token":
            message = "a value cannot begin with this character"
            mend = "put quotes round text that begins with a sign, and indent with spaces, not with tabs"
        case "found a tab character that violates indentation":
            message = "a tab indents this line"
            mend = "indent with spaces"
        case "found unexpected end of stream":
            begin(at: context)
            message = "the quotes that open here are never closed"
            mend = "close them"
        case let other where other.hasPrefix("did not find expected ',' or"):
            begin(at: context)
            message = "the bracket that opens here is not closed where it should be"
            mend = "close it, or add the comma that is missing inside"
        default:
            let reading = context.map { " \($0.text)" } ?? ""
            message = "this is not YAML:\(reading) \(problem)"
            mend = "check the quotes and the indentation of this line and the one before"
        }
    }

    private mutating func begin(at context: YamlError.Context?) {
        line = context?.mark.line ?? line
        column = context?.mark.column ?? column
    }
}
