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
    targets: [
        .target(name: "CommandLanguage", swiftSettings: strict),

        .target(name: "LEDLink", dependencies: ["CommandLanguage"], swiftSettings: strict),
        .target(name: "SerialPort", swiftSettings: strict),
        .target(
            name: "BoardConnection", dependencies: ["CommandLanguage", "LEDLink", "SerialPort"], swiftSettings: strict),
        .target(
            name: "BoardFixtures", dependencies: ["CommandLanguage", "LEDLink"], path: "Tests/BoardFixtures",
            swiftSettings: strict),
        .testTarget(
            name: "LEDLinkTests", dependencies: ["BoardFixtures", "CommandLanguage", "LEDLink"], swiftSettings: strict),
        .testTarget(name: "SerialPortTests", dependencies: ["BoardFixtures", "SerialPort"], swiftSettings: strict),
        .testTarget(
            name: "BoardConnectionTests",
            dependencies: ["BoardConnection", "BoardFixtures", "CommandLanguage", "LEDLink", "SerialPort"],
            swiftSettings: strict),
    ]
)
