// swift-tools-version: 6.2
import PackageDescription

/// `InternalImportsByDefault` keeps C types out of public signatures: leaking one does not compile.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "VoiceLED",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // Pure Swift: no C library, testable anywhere.
        .target(name: "CommandLanguage", swiftSettings: strict),
        .target(name: "LEDLink", dependencies: ["CommandLanguage"], swiftSettings: strict),
        .target(name: "TerminalView", dependencies: ["CommandLanguage"], swiftSettings: strict),

        // The simulated board; it alone links simavr.
        .target(name: "CSimAVR", linkerSettings: [.linkedLibrary("simavr")]),
        .executableTarget(
            name: "voiceled-board", dependencies: ["CSimAVR", "CommandLanguage", "TerminalView", argumentParser],
            swiftSettings: strict),

        // Lines from a person or a pipe.
        .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "LineEditor", dependencies: ["CEditLine"], swiftSettings: strict),

        .testTarget(name: "LEDLinkTests", dependencies: ["CommandLanguage", "LEDLink"], swiftSettings: strict),
        .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"], swiftSettings: strict),
        .testTarget(
            name: "TerminalViewTests", dependencies: ["CommandLanguage", "TerminalView"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx11
)
