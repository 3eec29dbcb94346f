#if Server
import Foundation
import PseudoTerminal
import Testing

/// The README's five minutes for a team, step by step at the pages that it names.
@Suite struct `The README's team` {
    private let folder: TemporaryFolder
    private let server: RunningServer
    /// The pages that each step names, in order.
    private let pages: [[String]]

    init() throws {
        folder = try TemporaryFolder()
        server = try RunningServer(in: folder)
        let readme = try String(contentsOfFile: repository("README.md"), encoding: .utf8)
        let part = try #require(readme.split(separator: "## For a team").last?.split(separator: "\n## ").first)
        let steps = part.split(separator: "\n").reduce(into: [String]()) { steps, line in
            if line.prefixMatch(of: /\d\.\s/) != nil {
                steps.append(String(line))
            } else if line.hasPrefix("   "), !steps.isEmpty {
                steps[steps.count - 1] += line
            }
        }
        pages = steps.map { step in step.matches(of: /`(\/[^`]+)`/).map { String($0.1) } }
    }

    /// A browser, by the name of its jar of cookies.
    private func ask(_ jar: String, _ path: String, _ form: [(String, String)]? = nil) throws -> (
        status: Int, text: String
    ) {
        let cookies = ["-b", folder.path(of: jar), "-c", folder.path(of: jar), "-H", "Origin: \(server.address)"]
        guard let form else { return try server.curl(path, cookies) }
        let page = try server.curl(path, cookies).text
        let key = page.firstMatch(of: /name="key" value="([^"]+)"/).map { [("key", String($0.1))] } ?? []
        return try server.curl(path, cookies + (form + key).flatMap { ["--data-urlencode", "\($0.0)=\($0.1)"] })
    }

    @Test func `has its first exam`() throws {
        try #require(pages.count == 5 && pages[0].isEmpty)
        let link = try #require(server.invitation)
        let password = ("password", "correct horse battery")
        #expect(try ask("lead", link, [("name", "Lena"), ("address", "lena@example.org"), password]).status == 303)
        let people = try #require(pages[1].first)
        let invite = try ask("lead", people)
        let key = try #require(invite.text.firstMatch(of: /name="key" value="([^"]+)"/)).1
        let invited = try server.curl(
            "\(people)/invite",
            [
                "-b", folder.path(of: "lead"), "-H", "Origin: \(server.address)", "-d", "role=candidate", "-d",
                "name=Ada", "--data-urlencode", "address=ada@example.org", "--data-urlencode", "key=\(key)",
            ])
        let hers = try #require(invited.text.firstMatch(of: /http:[^<]+(\/invitation\/[A-Za-z0-9_-]{43})/))
        #expect(try ask("ada", String(hers.1), [("name", "Ada"), password]).status == 303)
        #expect(try ask("lead", try #require(pages[1].last)).status == 200)
        let assign = try #require(pages[2].first)
        let id = try #require(try ask("lead", assign).text.firstMatch(of: /name="person" value="([0-9a-f]{32})"/))
        let assigned = try ask("lead", assign, [("exam", "home-infusion/quiz"), ("person", String(id.1))])
        #expect(assigned.status == 200 && assigned.text.contains("can sit it now"))
        let (exams, rules) = (try #require(pages[3].first), try #require(pages[3].last))
        #expect(try ask("ada", exams).text.contains("href=\"\(rules)\""))
        let begun = try ask("ada", rules, [("agreed", "yes"), ("agree", "yes")])
        #expect(begun.status == 303 && begun.text.contains("/sitting/"), "\(begun)")
        let sittings = try ask("lead", try #require(pages[4].first))
        #expect(sittings.text.contains("Ada") && sittings.text.contains("0 of 10"))
    }
}
#endif
