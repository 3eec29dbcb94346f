import Signatures

/// What a browser asks, as far as pages need to know it. Whoever listens makes it; its size was held within limits.
package struct WebRequest: Sendable {
    /// What is to be done.
    package let method: Method
    /// The parts of the path between the slashes, decoded; nil where it cannot be read.
    package let path: [String]?
    /// Whether it is asked of the interface for programs, whatever is asked there.
    let isOfInterface: Bool
    /// What stands behind the question mark.
    package let query: FormFields
    /// The header's fields, by names in small letters; of several of a name, the last.
    package let fields: [String: String]
    /// All of it.
    package let body: [UInt8]
    /// From where it comes: an address of the network.
    package let place: String

    /// What is to be done: to show something, or to do it.
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
        /// Anything else, which nothing here is asked by.
        case other = "?"
    }

    /// Reads what was asked.
    ///
    /// - Parameters:
    ///   - method: What is to be done.
    ///   - target: The path, with what stands behind its question mark.
    ///   - fields: The header's fields, by names in small letters.
    ///   - body: All of it.
    ///   - place: From where it comes.
    package init(
        _ method: Method, _ target: String, fields: [String: String] = [:], body: [UInt8] = [], from place: String
    ) {
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        path = Self.parts(of: halves.first ?? "")
        isOfInterface = target.hasPrefix("/api/")
        query = FormFields(halves.count > 1 ? String(halves[1]) : "") ?? FormFields()
        self.fields = fields
        self.body = body
        self.place = place
    }

    private static func parts(of path: Substring) -> [String]? {
        guard path.hasPrefix("/"), path.utf8.count <= 1_024 else { return nil }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.decodedFromPercents
        }
        let known = parts.compactMap(\.self)
        guard known.count == parts.count else { return nil }
        // Nothing that a file system or a proxy would read otherwise.
        let isPlain = known.allSatisfy { part in
            part != "." && part != ".." && !part.contains("/") && !part.utf8.contains { $0 < 0x20 || $0 == 0x7F }
        }
        guard isPlain else { return nil }
        return known == [""] ? [] : known
    }

    /// The cookie of a name; nil where there is none, or several of them.
    package func cookie(_ name: String) -> String? {
        let all = (fields["cookie"] ?? "").split(separator: ";").map { cookie in
            cookie.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        let found = all.filter { $0.count == 2 && $0[0].drop(while: \.isWhitespace) == name }
        return found.count == 1 ? String(found[0][1].filter { !$0.isWhitespace }) : nil
    }

    /// Whether a script asks, and reads the answer.
    var wantsJSON: Bool { fields["accept"]?.contains("application/json") == true }

    /// What a form sent; nil where the body is no form.
    package var form: FormFields? {
        let type = fields["content-type"] ?? ""
        if type.lowercased().hasPrefix("multipart/form-data") {
            return Multipart(body, type: type).map { FormFields($0) }
        }
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { return nil }
        return FormFields(String(decoding: body, as: UTF8.self))
    }
}
