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

    /// How long somebody may take to send a megabyte.
    private static let patience = Duration.seconds(20)
    /// So much of what is too large is read and let go, so that whoever sends it reads the answer.
    private static let mostLetGo = 256 << 20

    func respond(to request: Request, context: DoorContext) async throws -> Response {
        let head = webRequest(request, [], context)
        let body: [UInt8]
        do { body = try await Self.read(request.body, atMost: site.mostBytes(with: head)) } catch let fault as BodyFault
        {
            var refusal = Response(try await workers.runIfActive { site.respond(to: head, whoseBody: fault) })
            refusal.headers[.connection] = "close"
            return refusal
        }
        let asked = webRequest(request, body, context)
        let answer = try await workers.runIfActive { site.respond(to: asked) }
        return Response(answer)
    }

    private func webRequest(_ request: Request, _ body: [UInt8], _ context: DoorContext) -> WebRequest {
        WebRequest(
            WebRequest.Method(rawValue: request.method.rawValue) ?? .other, request.uri.description,
            fields: request.fieldsByName, body: body, from: place(of: request, context))
    }

    private static func read(_ body: RequestBody, atMost most: Int) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask {
                var (bytes, count): ([UInt8], Int) = ([], 0)
                for try await piece in body {
                    count += piece.readableBytes
                    if count <= most { bytes += piece.readableBytesView } else { bytes = [] }
                    guard count <= mostLetGo else { break }
                }
                guard count <= most else { throw BodyFault.tooLarge(most: most) }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: patience * max(1, most >> 20))
                return nil
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() ?? nil else { throw BodyFault.tooSlow }
            return bytes
        }
    }

    private func place(of request: Request, _ context: DoorContext) -> String {
        let last = request.fieldsByName["x-forwarded-for"]?.split(separator: ",").last
        if isBehindProxy, let last { return String(last.filter { !$0.isWhitespace }.prefix(64)) }
        return context.place
    }
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
