import Reports

extension Refusal {
    /// The same as programs are told it, whatever went wrong (RFC 9457).
    var problem: WebAnswer {
        let json = JSON.object([
            ("type", .string("about:blank")), ("title", .string(title)), ("status", .integer(status)),
            ("detail", .string(message)),
        ])
        var answer = WebAnswer(
            status, fields: [("content-type", "application/problem+json")], body: .bytes(Array((json.text + "\n").utf8))
        )
        if let seconds { answer.fields.append(("retry-after", "\(seconds)")) }
        if status == 401 { answer.fields.append(("www-authenticate", "Bearer")) }
        return answer
    }

    /// That something is there, and cannot be asked like that.
    static let wrongMethod = Refusal(405, "Not like that", "this is asked by another method")

    /// What every problem has.
    static let schema = Schema.object([
        .needed("type", .name), .needed("title", .name, "A few words, the same for all of a kind."),
        .needed("status", .integer(400...599)),
        .needed("detail", .text(shortest: 1, longest: 100_000), "What is wrong, and how to mend it."),
    ])
}
