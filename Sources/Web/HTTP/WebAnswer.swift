/// What a browser gets.
package struct WebAnswer: Sendable {
    /// As HTTP numbers it.
    package var status: Int
    /// Names in small letters, each once but for `set-cookie`.
    package var fields: [(name: String, value: String)]
    /// What is sent after the header.
    package var body: Body

    /// What is sent after the header.
    package enum Body: Sendable {
        case bytes([UInt8])
        /// Pieces as they come about, for as long as the browser listens.
        case pieces(AsyncStream<String>)
    }

    package init(_ status: Int, fields: [(name: String, value: String)] = [], body: Body = .bytes([])) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// A page.
    static func html(_ text: String, status: Int = 200) -> WebAnswer {
        WebAnswer(status, fields: [("content-type", "text/html; charset=utf-8")], body: .bytes(Array(text.utf8)))
    }

    /// Plain words.
    static func text(_ text: String, status: Int = 200, type: String = "text/plain; charset=utf-8") -> WebAnswer {
        WebAnswer(status, fields: [("content-type", type)], body: .bytes(Array(text.utf8)))
    }

    /// Words for a program, which are canonical JSON already.
    static func json(_ bytes: [UInt8], status: Int = 200) -> WebAnswer {
        WebAnswer(status, fields: [("content-type", "application/json")], body: .bytes(bytes))
    }

    /// A file to be kept.
    static func download(_ bytes: [UInt8], _ name: String, _ type: String) -> WebAnswer {
        WebAnswer(
            200,
            fields: [("content-type", type), ("content-disposition", "attachment; filename=\"\(name)\"")],
            body: .bytes(bytes))
    }

    /// Sends the browser on to another page, which it then gets.
    static func goTo(_ path: String) -> WebAnswer { WebAnswer(303, fields: [("location", path)]) }

    /// A field's value; nil where there is none.
    package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// What is sent after the header; empty of what comes piece by piece.
    package var bytes: [UInt8] { if case .bytes(let bytes) = body { bytes } else { [] } }
}
