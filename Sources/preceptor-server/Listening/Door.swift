#if Server
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import Web

/// What stands between the network and the pages: makes values of requests and answers of values, within limits, and lets
/// the pages' work, which blocks, be done by threads of its own.
struct Door: HTTPResponder {
    let site: Site
    let workers: NIOThreadPool
    /// Whether a proxy in front tells from where requests come.
    let isBehindProxy: Bool

    /// The most that a form or an upload may have.
    private static let longestBody = 1 << 20
    /// How long somebody may take to send it.
    private static let patience = Duration.seconds(20)

    func respond(to request: Request, context: DoorContext) async throws -> Response {
        let body: [UInt8]
        do { body = try await Self.read(request.body) } catch let refusal as RefusedBody {
            return Response(status: refusal.status, headers: [.connection: "close"])
        }
        let asked = WebRequest(
            WebRequest.Method(rawValue: request.method.rawValue) ?? .other, request.uri.description,
            fields: request.fieldsByName, body: body,
            from: place(of: request, context))
        let answer = try await workers.runIfActive { site.respond(to: asked) }
        return Response(answer)
    }

    private static func read(_ body: RequestBody) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await piece in body {
                    bytes += piece.readableBytesView
                    guard bytes.count <= longestBody else { throw RefusedBody(status: .contentTooLarge) }
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() ?? nil else { throw RefusedBody(status: .requestTimeout) }
            return bytes
        }
    }

    private func place(of request: Request, _ context: DoorContext) -> String {
        let last = request.fieldsByName["x-forwarded-for"]?.split(separator: ",").last
        if isBehindProxy, let last { return String(last.filter { !$0.isWhitespace }.prefix(64)) }
        return context.place
    }
}

/// That a body is too long, or too long on its way.
private struct RefusedBody: Error {
    let status: HTTPResponse.Status
}

extension Request {
    /// The header's fields, by names in small letters; of several of a name, the last.
    fileprivate var fieldsByName: [String: String] {
        var fields = Dictionary(headers.map { ($0.name.canonicalName, $0.value) }) { _, last in last }
        fields["host"] = head.authority ?? fields["host"]
        return fields
    }
}

extension Response {
    /// A value, as it is sent.
    fileprivate init(_ answer: WebAnswer) {
        var headers = HTTPFields()
        for (name, value) in answer.fields {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        let body: ResponseBody
        switch answer.body {
        case .bytes(let bytes): body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .pieces(let pieces):
            body = ResponseBody { writer in
                for await piece in pieces { try await writer.write(ByteBuffer(string: piece)) }
                try await writer.finish(nil)
            }
        }
        self.init(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }
}
#endif
