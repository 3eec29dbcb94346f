#if Server
import DatabaseServer
import Foundation
import PseudoTerminal
import SelfSigned
import Testing

/// nginx as the manual configures it, in front of servers on this machine.
private final class Proxy {
    private let process = Process()
    let port: Int

    init(to ports: [Int], in folder: TemporaryFolder) throws {
        port = try freePort()
        let manual = try String(contentsOfFile: repository("Documentation/server.md"), encoding: .utf8)
        let block = try #require(manual.split(separator: "```nginx\n").last?.split(separator: "```").first)
        let names = [
            ("server 127.0.0.1:8080;", ports.map { "server 127.0.0.1:\($0);" }.joined(separator: " ")),
            ("listen 443 ssl", "listen 127.0.0.1:\(port) ssl"), ("/etc/ssl/exams.pem", folder.path(of: "exams.pem")),
            ("/etc/ssl/exams.key", folder.path(of: "exams.key")),
        ]
        let site = names.reduce(String(block)) { text, name in
            #expect(text.contains(name.0))
            return text.replacing(name.0, with: name.1)
        }
        try folder.write(
            """
            daemon off; pid \(folder.path(of: "nginx.pid")); error_log stderr error; worker_processes 1;
            events { worker_connections 256; }
            http { access_log off; client_body_temp_path \(folder.path(of: "body")); proxy_temp_path \(folder.path(of: "proxy"));
            fastcgi_temp_path \(folder.path(of: "fastcgi")); uwsgi_temp_path \(folder.path(of: "uwsgi"));
            scgi_temp_path \(folder.path(of: "scgi"));
            \(site) }
            """, to: "nginx.conf")
        _ = try SelfSigned("exams", in: folder, for: "DNS:exams.example.org")
        process.executableURL = URL(fileURLWithPath: "/usr/sbin/nginx")
        process.arguments = ["-p", folder.path, "-c", folder.path(of: "nginx.conf")]
        try process.run()
        for _ in 0..<100 where try curl("/health/live").status != 200 { usleep(50_000) }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    func curl(_ path: String, _ arguments: [String] = []) throws -> (status: Int, text: String) {
        let place = ["--resolve", "exams.example.org:\(port):127.0.0.1", "-k", "-s", "-i", "-m", "20"]
        let result = try run(
            "/usr/bin/curl",
            place + ["-w", "\n%{http_code}"] + arguments + ["https://exams.example.org:\(port)\(path)"])
        return (result.output.split(separator: "\n").last.flatMap { Int($0) } ?? 0, result.output)
    }
}

@Suite struct `Two servers behind nginx` {
    @Test func `are one to browsers, and go on when one of them is killed`() throws {
        let folder = try TemporaryFolder()
        let place = try DatabaseKind.postgresql.place(in: folder.path)
        let options = ["--database", place, "--public-url", "https://exams.example.org", "--behind-proxy"]
        let nodes = [try RunningServer(in: folder, options), try RunningServer(in: folder, options)]
        let proxy = try Proxy(to: nodes.map(\.port), in: folder)
        // Where nobody is in yet, each node prints a link as it starts, and the last one is good.
        let words = try #require(nodes[1].lines.first { $0.contains("/invitation/") }?.split(separator: " ").last)
        let jar = folder.path(of: "cookies")
        let origin = ["-H", "Origin: https://exams.example.org"]
        let entered = try proxy.curl(
            String(words.dropFirst("https://exams.example.org".count)),
            origin + [
                "-c", jar, "--data-urlencode", "name=Root", "--data-urlencode", "address=root@example.org",
                "--data-urlencode", "password=correct horse battery",
            ])
        #expect(entered.status == 303 && entered.text.contains("__Host-preceptor="))
        #expect(entered.text.lowercased().contains("strict-transport-security"))
        for _ in 0..<4 { #expect(try proxy.curl("/", ["-b", jar]).text.contains("Hello, Root")) }
        #expect(nodes[0].end(by: SIGKILL) == SIGKILL)
        for _ in 0..<10 {
            let home = try proxy.curl("/", ["-b", jar])
            #expect(home.status == 200 && home.text.contains("Hello, Root"))
        }
        #expect(try proxy.curl("/health/metrics").status == 404)
        let wrong = try proxy.curl("/sign-in", origin + ["--data", "address=x@example.org&password=wrong"])
        #expect(wrong.status == 422)
    }
}
#endif
