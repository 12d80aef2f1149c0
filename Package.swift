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
        .testTarget(name: "LEDLinkTests", dependencies: ["CommandLanguage", "LEDLink"], swiftSettings: strict),
    ]
)
