// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: see docs/decisions/0001-house-rules.md.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "yifa",
    products: [
        .executable(name: "yifa", targets: ["yifa"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The vocabulary of the law: days, calendars, time limits, procedures. Imports nothing.
        .target(name: "Law", swiftSettings: strict),
        // Decide, evolve, standing, due dates with reasons, consultations. Pure.
        .target(name: "Engine", dependencies: ["Law"], swiftSettings: strict),
        // Folds of events into figures; the annual report as a value, with its checks. Pure.
        .target(name: "Indicators", dependencies: ["Law", "Engine"], swiftSettings: strict),
        // YAML into Law values with diagnostics; static checks; the scenario runner.
        .target(
            name: "Packs", dependencies: ["Law", "Engine", "Indicators", "Yams"],
            swiftSettings: strict),
        // RFC 6962 tree, C2SP tiles, checkpoints and proofs; canonical JSON.
        .target(
            name: "Ledger", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        // The use-cases: load, decide, append, commit; the Journal protocol.
        .target(
            name: "Office",
            dependencies: [
                "Law", "Engine", "Indicators", "Packs", "Ledger",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        // The SQLite journal.
        .target(
            name: "Storage",
            dependencies: [
                "Law", "Engine", "Indicators", "Ledger", "Office",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        // Elements of HTML and SVG as functions, text escaped by type. Imports nothing.
        .target(name: "HTML", swiftSettings: strict),
        // Case files, terms, notices and reports as their readers want them, in the reader's language.
        .target(
            name: "Sheets",
            dependencies: [
                "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "Yams",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        // The office over HTTP: addresses, pages, the API, feeds.
        .target(
            name: "Web",
            dependencies: [
                "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "HTML", "Sheets",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        // The command line.
        .executableTarget(
            name: "yifa",
            dependencies: [
                "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "Storage", "Sheets",
                "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),

        .testTarget(name: "LayoutTests", swiftSettings: strict),
        .testTarget(
            name: "LawTests", dependencies: ["Law", "Engine", "Packs"], exclude: ["oracle"],
            swiftSettings: strict),
        .testTarget(
            name: "EngineTests", dependencies: ["Law", "Engine", "Indicators", "Packs"],
            swiftSettings: strict),
        .testTarget(
            name: "PacksTests", dependencies: ["Law", "Engine", "Indicators", "Packs", "Yams"],
            swiftSettings: strict),
        .testTarget(
            name: "IndicatorsTests", dependencies: ["Law", "Engine", "Indicators", "Packs"],
            exclude: ["year"], swiftSettings: strict),
        .testTarget(
            name: "OfficeTests",
            dependencies: ["Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "Storage"],
            swiftSettings: strict),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "Storage",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["faults"], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
        .testTarget(
            name: "SheetsTests",
            dependencies: ["Law", "Engine", "Indicators", "Packs", "Office", "Sheets", "Web"],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "Storage", "HTML",
                "Sheets", "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["browser"], swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger", .product(name: "Crypto", package: "swift-crypto")],
            exclude: ["independent"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
