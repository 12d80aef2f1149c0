// swift-tools-version: 6.2
import PackageDescription

/// `InternalImportsByDefault` keeps C types out of public signatures: leaking one does not compile.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "VoiceLED",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        .target(name: "CommandLanguage", swiftSettings: strict),
        .target(name: "CSimAVR", linkerSettings: [.linkedLibrary("simavr")]),
        .target(name: "TerminalView", dependencies: ["CommandLanguage"], swiftSettings: strict),
        .executableTarget(
            name: "voiceled-board",
            dependencies: [
                "CSimAVR", "CommandLanguage", "TerminalView",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .target(
            name: "FirmwareCore", path: "Firmware/libraries/VoiceLedLink/src/core", publicHeadersPath: "."),
        .target(name: "FirmwareLink", dependencies: ["FirmwareCore"]),
        .testTarget(name: "FirmwareLinkTests", dependencies: ["FirmwareLink"], swiftSettings: strict),
        // Runs the program; linking it would bring simavr's licence along.
        .testTarget(name: "BoardTests", swiftSettings: strict),
        .testTarget(
            name: "TerminalViewTests", dependencies: ["TerminalView", "CommandLanguage"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx11
)
