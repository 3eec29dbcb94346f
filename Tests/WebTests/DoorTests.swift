#if Server
import SampleHouse
import Team
import Testing
import Web

@Suite struct `The doors` {
    private let server: Server

    init() throws { server = try Server() }

    @Test func `open to the first administrator, with a cookie of this host alone`() throws {
        let root = try server.administrator()
        #expect(root.status == 303 && root.answer.field("location") == "/")
        let cookie = try #require(root.answer.field("set-cookie"))
        #expect(cookie.hasPrefix("__Host-preceptor="))
        for rule in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] { #expect(cookie.contains(rule)) }
    }

    @Test func `send whoever is not signed in to sign in, and back`() throws {
        _ = try server.administrator()
        var visitor = Visitor(to: server.site)
        visitor.get("/people?x=1")
        #expect(visitor.status == 303 && visitor.answer.field("location") == "/sign-in?to=%2Fpeople")
        visitor.get("/sign-in?to=%2Fpeople")
        #expect(visitor.page.contains(#"name="to" value="/people""#))
        visitor.post("/sign-in", ["to": "/people", "address": "root@example.org", "password": House.password])
        #expect(visitor.answer.field("location") == "/people")
        visitor.get("/people")
        #expect(visitor.status == 200 && visitor.page.contains("root@example.org"))
        visitor.post("/sign-out")
        #expect(visitor.cookie == nil)
        visitor.get("/")
        #expect(visitor.answer.field("location")?.hasPrefix("/sign-in") == true)
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", "/\\evil.example", "/a b", "", "javascript:alert(1)",
    ])
    func `lead to no other server`(to: String) throws {
        _ = try server.administrator()
        var visitor = Visitor(to: server.site)
        visitor.post("/sign-in", ["to": to, "address": "root@example.org", "password": House.password])
        #expect(visitor.status == 303 && visitor.answer.field("location") == "/")
    }

    @Test func `take nothing that another site sends, or that no page of the session sent`() throws {
        var root = try server.administrator()
        let form = ["name": "Eve", "address": "eve@example.org", "role": "learner"]
        for origin in [
            "https://evil.example", "null", "https://exams.example.org.evil.example", "http://exams.example.org",
        ] {
            root.post("/people/invite", form, ["origin": origin])
            #expect(root.status == 403, "\(origin)")
        }
        root.post("/people/invite", form, ["origin": ""])
        #expect(root.status == 403, "no origin")
        root.post("/people/invite", form, ["origin": "", "sec-fetch-site": "cross-site"])
        #expect(root.status == 403)
        root.send(
            .post, "/people/invite", Array("name=Eve&address=eve%40example.org&role=learner&key=wrong".utf8),
            ["content-type": "application/x-www-form-urlencoded", "origin": Server.place])
        #expect(root.status == 403, "a wrong key")
        root.get("/people")
        #expect(!root.page.contains("eve@example.org"))
        root.post("/people/invite", form, ["origin": "", "sec-fetch-site": "same-origin"])
        #expect(root.status == 200 && root.page.contains("/invitation/"))
    }

    @Test func `answer to no other host's name`() throws {
        var visitor = Visitor(to: server.site)
        visitor.get("/sign-in", ["host": "evil.example"])
        #expect(visitor.status == 421)
        visitor.get("/health/ready", ["host": "10.0.0.7:8080"])
        #expect(visitor.status == 200)
    }

    @Test func `slow down who guesses`() throws {
        _ = try server.administrator()
        var visitor = Visitor(to: server.site)
        for _ in 0..<3 {
            visitor.post("/sign-in", ["address": "root@example.org", "password": "guess"])
            #expect(visitor.status == 422 && visitor.page.contains("do not belong together"))
        }
        visitor.post("/sign-in", ["address": "root@example.org", "password": House.password])
        #expect(visitor.status == 429 && visitor.answer.field("retry-after") != nil && visitor.cookie == nil)
    }

    @Test(arguments: ["/sign-in", "/nowhere", "/static/style.css", "/health/live"])
    func `tell browsers what these pages never do`(path: String) throws {
        var visitor = Visitor(to: server.site)
        visitor.get(path)
        let policy = try #require(visitor.answer.field("content-security-policy"))
        #expect(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(visitor.answer.field("x-content-type-options") == "nosniff")
        #expect(visitor.answer.field("strict-transport-security") != nil)
        #expect(visitor.answer.field("cache-control") == (path.hasPrefix("/static") ? "no-cache" : "no-store"))
    }

    @Test(arguments: [
        "/../etc/passwd", "/static/..%2F..%2Fx", "/static/%2e%2e", "/%00", "/%zz", "nowhere", "/a//b", "/%ff",
    ])
    func `lead nowhere by strange paths`(path: String) throws {
        var visitor = Visitor(to: server.site)
        visitor.get(path)
        #expect(visitor.status == 404)
    }

    @Test func `give style and scripts that browsers may keep`() throws {
        var visitor = Visitor(to: server.site)
        visitor.get("/sign-in")
        let address = try #require(visitor.page.firstMatch(of: /href="(\/static\/style\.css\?v=[0-9a-f]{12})"/))
        visitor.get(String(address.1))
        #expect(visitor.status == 200 && visitor.answer.field("content-type") == "text/css; charset=utf-8")
        #expect(visitor.answer.field("cache-control")?.contains("immutable") == true)
        visitor.send(.head, String(address.1), [], [:])
        #expect(visitor.status == 200 && visitor.page.isEmpty)
        visitor.send(.post, "/static/style.css", [], [:])
        #expect(visitor.status == 405 && visitor.answer.field("allow") == "GET")
    }

    /// A quotation mark with an accent on it is another character to Swift, and still one to a browser.
    @Test(arguments: [
        #"<script>alert(1)</script>"#, "\"\u{301} onfocus=alert(1) autofocus x=\"\u{301}", "'\"><img src=x>",
    ])
    func `show what was typed as text`(name: String) throws {
        var root = try server.administrator()
        root.post("/people/invite", ["name": name, "address": "no address", "role": "learner"])
        #expect(root.status == 422)
        // Byte by byte, as a browser reads it.
        let page = root.answer.bytes
        for sign in ["<script>alert", "<img", "\"\u{301} onfocus"] {
            #expect(page.firstRange(of: Array(sign.utf8)) == nil)
        }
        #expect(page.firstRange(of: Array("&lt;".utf8)) != nil || page.firstRange(of: Array("&quot;".utf8)) != nil)
    }
}
#endif
