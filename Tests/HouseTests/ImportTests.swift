import PseudoTerminal
import Testing

/// The house as Documentation/architecture.md tells it: who may import whom. A module that is not named here has no place in it yet.
private let house: [String: Set<String>] = [
    // Values and rules, lowest first.
    "Scoring": [],
    "Content": ["Scoring"],
    "Quiz": ["Scoring", "Content"],
    "Measurement": [],
    // The machine, and what knows nothing of coding.
    "Machine": ["Scoring"],
    "Markup": [],
    "Signatures": [],
    "Audit": ["Signatures"],
    "Credentials": ["Scoring", "Markup", "Signatures"],
    // What reads and writes files of others.
    "Authoring": ["Scoring", "Content", "Machine", "Signatures"],
    "Interchange": ["Scoring", "Content", "Quiz", "Markup"],
    // Services, the stores behind them, and what any face shows.
    "Learning": ["Scoring", "Content", "Quiz", "Machine"],
    "Examining": ["Scoring", "Content", "Quiz", "Measurement", "Audit", "Signatures", "Credentials", "Machine"],
    "Stores": [
        "Scoring", "Content", "Quiz", "Measurement", "Learning", "Examining", "Audit", "Signatures", "Credentials",
        "Machine",
    ],
    "Reports": ["Scoring", "Content", "Quiz", "Measurement", "Audit", "Examining", "Credentials", "Markup", "Machine"],
    "Batch": ["Scoring", "Content", "Quiz", "Reports"],
    // What is wrong with a pack that somebody writes, and what an edit changes.
    "Editing": ["Scoring", "Content", "Quiz", "Authoring", "Examining"],
    // What only a server has, and what it keeps.
    "Team": ["Scoring", "Content", "Quiz", "Learning", "Examining", "Credentials", "Machine", "Signatures"],
    "TeamStores": ["Scoring", "Quiz", "Audit", "Learning", "Examining", "Team", "Machine", "Signatures"],
    "WebTokens": ["Signatures"],
    "TLS": [],
    "SignOn": ["Scoring", "Team", "Couriers", "WebTokens", "Signatures"],
    "LearningTools": ["Scoring", "Team", "Couriers", "SignOn", "WebTokens", "Machine", "Signatures"],
    "Couriers": ["Scoring", "Team", "Machine", "Signatures"],
    "Web": [
        "Scoring", "Content", "Quiz", "Team", "Learning", "Examining", "Credentials", "Interchange", "Reports",
        "Batch", "Authoring", "Editing", "SignOn", "LearningTools", "Signatures", "Markup", "Machine",
    ],
    // The terminal's face.
    "Terminal": ["Machine"],
    "Training": [
        "Scoring", "Content", "Quiz", "Measurement", "Learning", "Examining", "Credentials", "Markup", "Reports",
        "Terminal", "Machine",
    ],
]

/// What is not Preceptor's and who may import it; the standard library's own modules are everybody's.
private let outside: [String: Set<String>] = [
    // C's functions: files and clocks below, only arithmetic in Quiz and Measurement, only sorting out bytes in Content.
    "Glibc": [
        "Authoring", "Content", "Quiz", "Measurement", "Examining", "LearningTools", "Machine", "Stores", "TeamStores",
        "Terminal", "TLS", "preceptor", "preceptor-server",
    ],
    "FoundationEssentials": [
        "Authoring", "Learning", "Signatures", "Audit", "Credentials", "Stores", "Team", "Couriers", "WebTokens",
        "SignOn", "LearningTools", "Web", "preceptor",
    ],
    "Dispatch": ["TeamStores", "Web", "preceptor", "preceptor-server"],
    // Locks below, and where what many ask for is worked out once.
    "Synchronization": [
        "Examining", "Machine", "SignOn", "LearningTools", "Stores", "Team", "TeamStores", "Terminal", "Web",
        "TLS", "preceptor", "Scoring", "Quiz",
    ],
    "GRDB": ["Stores", "TeamStores", "Interchange"],
    "CPostgreSQL": ["TeamStores"],
    "CCurl": ["Couriers"],
    "COpenSSL": ["WebTokens", "TLS"],
    "Mustache": ["Web"],
    "Hummingbird": ["preceptor-server"],
    "HummingbirdCore": ["preceptor-server"],
    "HTTPTypes": ["preceptor-server"],
    "Logging": ["preceptor-server"],
    "NIOCore": ["preceptor-server"],
    "NIOPosix": ["preceptor-server"],
    "GRDBSQLite": ["Interchange"],
    "CPageSums": ["Stores"],
    "Yams": ["Authoring"],
    "CSodium": ["Signatures"],
    "CZlib": ["Interchange", "Credentials"],
    "CReadline": ["Terminal"],
    "ArgumentParser": ["preceptor", "preceptor-server"],
]

@Suite struct `The imports` {
    /// Modules in the order of `script/imports`, with what each imports of Preceptor and of others.
    private let modules: [(name: String, own: Set<String>, others: Set<String>)]
    private let status: PseudoTerminal.ExitStatus

    init() throws {
        let result = try run("/bin/bash", [repository("script/imports")])
        status = result.status
        modules = result.output.split(separator: "\n").map { line in
            let halves = line.split(separator: "|", omittingEmptySubsequences: false)
            let words = halves[0].split(separator: " ").map(String.init)
            let others = halves.count > 1 ? halves[1].split(separator: " ").map(String.init) : []
            return (String(words[0].dropLast()), Set(words.dropFirst()), Set(others))
        }
    }

    @Test func `go round in no circle`() {
        #expect(status == .exited(0))
        #expect(modules.count > 15)
        var below: Set<String> = []
        for module in modules {
            #expect(module.own.isSubset(of: below), "\(module.name) imports what comes after it")
            below.insert(module.name)
        }
    }

    @Test func `are those of the house`() {
        for module in modules where !module.name.hasPrefix("preceptor") {
            guard let allowed = house[module.name] else {
                Issue.record("\(module.name) has no place in the house")
                continue
            }
            let wrong = module.own.subtracting(allowed).sorted()
            #expect(wrong.isEmpty, "\(module.name) imports \(wrong)")
        }
        #expect(Set(house.keys).subtracting(modules.map(\.name)).isEmpty)
    }

    @Test func `of others are where they belong`() {
        for module in modules {
            let wrong = module.others.filter { outside[$0]?.contains(module.name) != true }.sorted()
            #expect(wrong.isEmpty, "\(module.name) imports \(wrong)")
        }
    }

    /// A dependency that nobody imports costs a build, and one that is not declared builds by chance.
    @Test func `are what the manifest declares`() throws {
        let manifest = try #require(try readFile(repository("Package.swift")))
        let products = [
            "argumentParser": "ArgumentParser", "yams": "Yams", "grdb": "GRDB", "sqlite": "GRDBSQLite",
            "hummingbird": "Hummingbird", "mustache": "Mustache", "logging": "Logging", "nio": "NIOCore",
            "nioPosix": "NIOPosix", "httpTypes": "HTTPTypes", "hummingbirdCore": "HummingbirdCore",
        ]
        let system: Set<String> = ["Glibc", "FoundationEssentials", "Dispatch", "Synchronization"]
        var declared: [String: Set<String>] = [:]
        for match in manifest.matches(of: /(?:target|program)\(\s*"([A-Za-z-]+)",\s*\[([^\]]*)\]/) {
            let words = match.2.split { " ,\n".contains($0) }.map { $0.filter { $0 != "\"" } }
            declared[String(match.1)] = Set(words.map { products[$0] ?? $0 })
        }
        for module in modules {
            let imported = module.own.union(module.others).subtracting(system)
            #expect(declared[module.name] == imported, "\(module.name)")
        }
    }

    @Test func `are printed of any folder, circles too`() throws {
        let folder = try TemporaryFolder()
        _ = try run("/bin/mkdir", ["-p", folder.path + "/Scoring", folder.path + "/Sources/Quiz/Items"])
        try folder.write("import Glibc\npackage import Quiz\n", to: "Scoring/Claim.swift")
        try folder.write("@testable import Scoring\n// import Nothing\n", to: "Sources/Quiz/Items/Item.swift")
        let result = try run("/bin/bash", [repository("script/imports"), folder.path])
        #expect(result.status == .exited(1))
        #expect(Set(result.output.split(separator: "\n")) == ["Quiz: Scoring", "Scoring: Quiz | Glibc"])
        #expect(result.errors == "Modules import each other in a circle.\n")
    }
}
