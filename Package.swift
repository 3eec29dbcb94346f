// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "preceptor",
    products: [
        .executable(name: "preceptor", targets: ["preceptor"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "Scoring", path: "Scoring", swiftSettings: settings),
        .target(
            name: "Content",
            dependencies: ["Scoring", .product(name: "Yams", package: "Yams")],
            path: "Content",
            exclude: ["FORMAT.md"],
            resources: [.copy("Packs")],
            swiftSettings: settings
        ),
        .target(name: "Quiz", dependencies: ["Scoring", "Content"], swiftSettings: settings),
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        .target(name: "Terminal", dependencies: ["CReadline"], swiftSettings: settings),
        .executableTarget(
            name: "preceptor",
            dependencies: [
                "Scoring", "Content", "Quiz", "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "ContentTests", dependencies: ["Content", "Scoring"], swiftSettings: settings),
        .testTarget(name: "QuizTests", dependencies: ["Scoring", "Content", "Quiz"], swiftSettings: settings),
    ]
)
