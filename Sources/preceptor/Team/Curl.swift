import Glibc
import Terminal

/// Asks a server by curl, which knows of proxies, certificates and whatever else is between: the program itself links
/// nothing for the few times that it is on the network.
struct Curl {
    /// The most that is taken of what a server says.
    private static let limit = 1 << 26

    let address: String
    let key: String

    /// Asks for something, and waits until it is there.
    ///
    /// - Parameters:
    ///   - path: Below the address.
    ///   - body: What is sent, as JSON; nil to send nothing.
    /// - Returns: The status and what came.
    /// - Throws: `Failure` where the server cannot be reached.
    func ask(_ path: String, sending body: [UInt8]? = nil) throws(Failure) -> (status: Int, body: [UInt8]) {
        // What other users of the machine could see among the arguments is said on the standard input.
        var words = [
            "url = \"\(address)\(path)\"", "header = \"Authorization: Bearer \(key)\"",
            "write-out = \"\\n%{http_code}\"",
            "connect-timeout = 4", "max-time = 60", "silent", "show-error", "proto = \"=https,http\"",
        ]
        if body != nil { words += ["header = \"Content-Type: application/json\"", "data-binary = \"@/dev/fd/3\""] }
        let output = try Self.run(words.joined(separator: "\n") + "\n", body: body ?? [])
        guard let end = output.lastIndex(of: UInt8(ascii: "\n")),
            let status = Int(String(decoding: output[(end + 1)...], as: UTF8.self))
        else { throw Failure(.cannotWrite, "what came from \(address) cannot be read") }
        return (status, Array(output[..<end]))
    }

    private static func run(_ words: String, body: [UInt8]) throws(Failure) -> [UInt8] {
        var pipes = [[Int32]](repeating: [0, 0], count: 4)
        for position in pipes.indices {
            guard pipe(&pipes[position]) == 0 else { throw Failure(.cannotMake, "no pipe can be made") }
            for descriptor in pipes[position] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        }
        let (input, output, errors, sent) = (pipes[0], pipes[1], pipes[2], pipes[3])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (from, to) in [(input[0], 0), (output[1], 1), (errors[1], 2), (sent[0], 3)] as [(Int32, Int32)] {
            posix_spawn_file_actions_adddup2(&actions, from, to)
        }
        var child = pid_t()
        let arguments = ["curl", "--disable", "--config", "-"].map { (word: String) in strdup(word) } + [nil]
        defer { for argument in arguments { free(argument) } }
        let problem = posix_spawnp(&child, "curl", &actions, nil, arguments, environ)
        for descriptor in [input[0], output[1], errors[1], sent[0]] { close(descriptor) }
        defer { for descriptor in [output[0], errors[0]] { close(descriptor) } }
        guard problem == 0 else {
            for descriptor in [input[1], sent[1]] { close(descriptor) }
            throw Failure(.notFound, "curl is needed to ask a server, and is not there; install it")
        }
        write(Array(words.utf8), to: input[1])
        write(body, to: sent[1])
        let read = read(output[0])
        if read.count > limit { kill(child, SIGKILL) }
        let told = String(decoding: Self.read(errors[0]), as: UTF8.self)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard read.count <= limit else { throw Failure(.cannotWrite, "the server says more than can be right") }
        guard status == 0 else {
            let reason = told.split(separator: "\n").last.map(String.init) ?? "curl ended with \(status >> 8)"
            throw Failure(.cannotWrite, "the server cannot be reached: \(reason)")
        }
        return read
    }

    /// Writes all of it, as far as it is wanted, and closes.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { break }
            rest = rest.dropFirst(max(count, 0))
        }
        close(descriptor)
    }

    /// Reads until there is no more, or more than can be right.
    private static func read(_ descriptor: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || count < 0 && errno == EINTR else { return all }
            all += chunk.prefix(max(count, 0))
            if all.count > limit { return all }
        }
    }
}
