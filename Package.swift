// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// Optimised when the rest is built for debugging, too: tests try these modules on every minute of a day and on answers
/// of thousands of candidates, which takes minutes less so than the optimiser takes seconds.
let optimised = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = serverOnly("Hummingbird", of: "hummingbird")
let hummingbirdCore = serverOnly("HummingbirdCore", of: "hummingbird")
let mustache = serverOnly("Mustache", of: "swift-mustache")
let logging = serverOnly("Logging", of: "swift-log")
let nio = serverOnly("NIOCore", of: "swift-nio")
let httpTypes = serverOnly("HTTPTypes", of: "swift-http-types")
let nioPosix = serverOnly("NIOPosix", of: "swift-nio")

/// A product that only the team server needs: without its trait it is neither fetched nor built.
func serverOnly(_ name: String, of package: String) -> Target.Dependency {
    .product(name: name, package: package, condition: .when(traits: ["Server"]))
}

func target(
    _ name: String, _ dependencies: [Target.Dependency], at path: String? = nil, exclude: [String] = [],
    resources: [Resource] = [], settings: [SwiftSetting] = settings
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path, exclude: exclude, resources: resources,
        swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency], at path: String? = nil) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "preceptor",
    products: [
        .executable(name: "preceptor", targets: ["preceptor"]),
        .executable(name: "preceptor-server", targets: ["preceptor-server"]),
    ],
    traits: [
        .trait(name: "Server", description: "The team server: pages and their program.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        target("Scoring", [], at: "Scoring", exclude: ["README.md"], settings: optimised),
        target("Machine", ["Scoring"]),
        target("Content", ["Scoring"], at: "Content", exclude: ["FORMAT.md"], resources: [.copy("Packs")]),
        target("Authoring", ["Scoring", "Content", "Machine", "Signatures", yams]),
        target("Quiz", ["Scoring", "Content"]),
        target("Measurement", [], settings: optimised),
        target("Learning", ["Scoring", "Content", "Quiz", "Machine"]),
        target(
            "Stores",
            [
                "Scoring", "Quiz", "Measurement", "Learning", "Examining", "Audit", "Signatures", "Credentials",
                "Machine", "CPageSums", grdb,
            ]),
        .target(name: "CPageSums", linkerSettings: [.linkedLibrary("sqlite3")]),
        target("Markup", []),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        target("Interchange", ["Scoring", "Content", "Quiz", "Markup", "CZlib", grdb, sqlite]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        target("Signatures", ["CSodium"]),
        target("Credentials", ["Scoring", "Markup", "Signatures", "CZlib"]),
        target("Audit", ["Signatures"]),
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        target("Terminal", ["CReadline", "Machine"]),
        target(
            "Examining", ["Scoring", "Content", "Quiz", "Measurement", "Audit", "Signatures", "Credentials", "Machine"]),
        target(
            "Reports",
            [
                "Scoring", "Content", "Quiz", "Measurement", "Audit", "Examining", "Credentials", "Markup", "Machine",
            ]),
        target("Batch", ["Scoring", "Content", "Quiz", "Reports"]),
        target("Editing", ["Scoring", "Content", "Quiz", "Authoring", "Examining"]),
        target(
            "Training",
            [
                "Scoring", "Content", "Quiz", "Measurement", "Learning", "Credentials", "Examining", "Markup",
                "Reports",
                "Terminal", "Machine",
            ]),
        target(
            "Team",
            ["Scoring", "Content", "Quiz", "Learning", "Examining", "Credentials", "Machine", "Signatures"]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        target("Couriers", ["Team", "Machine", "Scoring", "Signatures", "CCurl"]),
        .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
        target("WebTokens", ["Signatures", "COpenSSL"]),
        target("TLS", ["COpenSSL"]),
        target("SignOn", ["Team", "Couriers", "WebTokens", "Signatures", "Scoring"]),
        target(
            "LearningTools", ["Team", "Couriers", "SignOn", "WebTokens", "Machine", "Signatures", "Scoring"]),
        .systemLibrary(name: "CPostgreSQL", providers: [.apt(["libpq-dev"])]),
        target(
            "TeamStores",
            ["Scoring", "Quiz", "Audit", "Learning", "Examining", "Team", "Machine", "Signatures", "CPostgreSQL", grdb]),
        target(
            "Web",
            [
                "Team", "Learning", "Examining", "Credentials", "Interchange", "Quiz", "Content", "Scoring", "Reports",
                "Batch", "SignOn", "LearningTools", "Authoring", "Editing", "Signatures", "Markup", "Machine", mustache,
            ],
            resources: [.copy("Pages"), .copy("Static")]),
        program(
            "preceptor-server",
            [
                "Web", "Team", "TeamStores", "Couriers", "SignOn", "LearningTools", "TLS", "Examining", "Quiz",
                "Stores",
                "Authoring", "Audit", "Machine",
                hummingbird, hummingbirdCore, logging, nio, nioPosix, httpTypes, argumentParser,
            ]),

        program(
            "preceptor",
            [
                "Scoring", "Content", "Authoring", "Quiz", "Measurement", "Learning", "Stores", "Interchange",
                "Examining", "Credentials", "Audit", "Signatures", "Training", "Batch", "Editing", "Reports",
                "Terminal", "Machine",
                argumentParser,
            ]),

        tests("ScoringTests", ["Scoring"], exclude: ["spellings.tsv"]),
        tests("ContentTests", ["Content"]),
        tests(
            "AuthoringTests", ["Authoring", "Content", "Scoring", "Machine", "PseudoTerminal"],
            exclude: ["Claims", "Worked"]),
        tests(
            "QuizTests", ["Quiz", "Authoring", "Content", "Scoring", "BundledPacks", "PseudoTerminal"],
            exclude: ["Frozen"]),
        tests("LearnerTests", ["Quiz", "Authoring", "Content", "Scoring", "BundledPacks"]),
        tests("ExamTests", ["Quiz", "Authoring", "Content", "Scoring", "BundledPacks", "PseudoTerminal"]),
        tests("AuditTests", ["Audit", "Signatures"]),
        tests("SignaturesTests", ["Signatures", "PseudoTerminal"]),
        tests(
            "BatchTests", ["Batch", "Reports", "Content", "Scoring", "BundledPacks", "PseudoTerminal"]),
        tests("LessonTests", ["Quiz", "Authoring", "Content", "Scoring", "BundledPacks", "PseudoTerminal"]),
        tests(
            "ExaminingTests",
            [
                "Examining", "Measurement", "Stores", "Audit", "Signatures", "Credentials", "Quiz", "Authoring",
                "Content", "Machine", "Scoring", "PseudoTerminal", "SampleExams", "BundledPacks",
            ], exclude: ["Frozen"]),
        tests("MemoryTests", ["Quiz", "Content", "PseudoTerminal", "PythonPackages"], exclude: ["Reference"]),
        tests(
            "LearningTests",
            ["Learning", "Stores", "Quiz", "Content", "Scoring", "Machine", "BundledPacks"]),
        tests(
            "StoresTests",
            [
                "Stores", "Learning", "Examining", "Audit", "Signatures", "Credentials", "Quiz", "Machine", "Scoring",
                "PseudoTerminal", "SampleExams", "TeamStores", "DatabaseServer", "records-probe", grdb,
            ]),
        tests(
            "TeamTests",
            [
                "Team", "TeamStores", "Learning", "Examining", "Audit", "Signatures", "Quiz", "Content", "Scoring",
                "Machine",
                "Credentials", "SampleExams", "SampleHouse", "DatabaseServer",
            ]),
        tests(
            "CourierTests",
            [
                "Couriers", "Team", "TeamStores", "Examining", "Quiz", "Content", "Scoring", "Machine", "SampleExams",
                "SampleHouse", "DatabaseServer", "SelfSigned", "PythonPackages", "PseudoTerminal",
            ], exclude: ["Scripts"]),
        tests(
            "SignOnTests",
            [
                "SignOn", "Couriers", "Team", "Scoring", "Machine", "PythonPackages", "PseudoTerminal",
            ], exclude: ["Scripts"]),
        tests("LearningToolsTests", ["LearningTools", "WebTokens", "Team", "PseudoTerminal"], exclude: ["Scripts"]),
        tests(
            "WebTests",
            [
                "Web", "Team", "TeamStores", "Signatures", "SignOn", "LearningTools", "WebTokens", "Couriers",
                "Learning", "Examining", "Audit", "Interchange", "Quiz", "Content", "Scoring", "Machine", "Reports",
                "SampleExams", "SampleHouse", "PythonPackages", "PseudoTerminal",
            ]),
        tests(
            "TeamStoresTests",
            [
                "SampleHouse", "Team", "TeamStores", "Examining", "Scoring", "Audit", "Machine", "DatabaseServer",
                "PseudoTerminal", grdb,
            ]),
        tests(
            "InterchangeTests",
            [
                "Interchange", "Quiz", "Authoring", "Content", "Scoring", "Markup", "PseudoTerminal", "Snapshots",
                "PythonPackages", "BundledPacks", "mutants",
            ],
            exclude: ["Golden", "Reference"]),
        tests("StatisticsTests", ["Quiz", "PseudoTerminal", "PythonPackages"], exclude: ["Reference"]),
        tests("MeasurementTests", ["Measurement", "PseudoTerminal", "PythonPackages"], exclude: ["Reference"]),
        tests(
            "CredentialTests", ["Credentials", "Signatures", "Scoring", "PseudoTerminal", "PythonPackages"],
            exclude: ["Reference"]),
        tests("TerminalTests", ["Terminal", "Machine", "PseudoTerminal", "readline-probe"]),
        tests(
            "TrainingTests",
            [
                "Training", "Learning", "Examining", "Credentials", "Signatures", "Stores", "Reports", "Terminal",
                "Quiz", "Measurement", "Content", "Scoring", "Machine", "PseudoTerminal", "Snapshots", "SampleExams",
                "BundledPacks",
            ]),
        tests(
            "ReportsTests",
            [
                "Reports", "Examining", "Audit", "Credentials", "Signatures", "Quiz", "Measurement", "Content",
                "Scoring", "Machine", "PseudoTerminal", "SampleExams", "BundledPacks",
            ]),
        tests(
            "ServerTests",
            ["preceptor-server", "preceptor", "DatabaseServer", "SelfSigned", "PythonPackages", "PseudoTerminal"],
            exclude: ["Scripts"]),
        tests("BrowserTests", ["preceptor-server", "PythonPackages", "PseudoTerminal"], exclude: ["Scripts"]),
        tests("MachineTests", ["Machine", "Scoring", "PseudoTerminal"]),
        tests("HouseTests", ["PseudoTerminal"]),
        tests("PseudoTerminalTests", ["PseudoTerminal", "Snapshots"]),
        tests(
            "EndToEnd", ["preceptor", "Benchmarks", "PseudoTerminal", "Snapshots", "PythonPackages", "SampleExams"],
            exclude: ["Packs", "Schemas", "Snapshots"]),

        // What tests and figures are made with; no part of the program.
        .systemLibrary(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        tests("TLSTests", ["TLS", "COpenSSL", "SelfSigned", "PseudoTerminal"]),
        target("SelfSigned", ["PseudoTerminal"], at: "Tests/SelfSigned"),
        target("PseudoTerminal", ["CPseudoTerminal"], at: "Tests/PseudoTerminal"),
        target("Snapshots", ["PseudoTerminal"], at: "Tests/Snapshots"),
        target(
            "BundledPacks", ["Authoring", "Content", "Quiz", "Scoring", "PseudoTerminal"], at: "Tests/BundledPacks"),
        target(
            "SampleExams",
            ["Examining", "Stores", "Authoring", "Content", "Quiz", "Scoring", "Machine", "PseudoTerminal"],
            at: "Tests/SampleExams"),
        target("DatabaseServer", ["PseudoTerminal"], at: "Tests/DatabaseServer", exclude: ["postgresql.sh"]),
        target(
            "SampleHouse",
            [
                "Web", "Team", "TeamStores", "Learning", "Examining", "Stores", "Machine", "Signatures", "SampleExams",
                "BundledPacks", "DatabaseServer", "PseudoTerminal",
            ], at: "Tests/SampleHouse"),
        target("PythonPackages", ["PseudoTerminal"], at: "Tests/PythonPackages", exclude: ["Lists", "packages.py"]),
        program("readline-probe", ["Terminal", "Machine"], at: "Tests/ReadlineProbe"),
        program(
            "server-load",
            [
                "Web", "Team", "TeamStores", "Examining", "Stores", "Authoring", "Quiz", "Scoring", "Machine",
                "DatabaseServer",
                "PseudoTerminal",
            ], at: "Tests/ServerLoad"),
        program("records-probe", ["Stores", "Learning", "Scoring", "CPageSums", sqlite], at: "Tests/RecordsProbe"),
        program(
            "mutants",
            ["Interchange", "Credentials", "Signatures", "Quiz", "Authoring", "Content", "Scoring", yams],
            at: "Tests/Mutants"),
        program(
            "Benchmarks",
            [
                "Scoring", "Content", "Authoring", "Quiz", "Measurement", "Interchange", "Examining", "Stores", "Audit",
                "Signatures", "Machine", "PseudoTerminal", "PythonPackages", "CPageSums", sqlite,
            ],
            at: "Tests/Benchmarks"
        ),
        program("empty-program", ["CReadline", "CSodium", argumentParser, yams, grdb], at: "Tests/EmptyProgram"),
    ]
)
