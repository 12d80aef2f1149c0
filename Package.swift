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

        // The ear: from a microphone or a recording to a hypothesis.
        .target(name: "RealtimeQueue", swiftSettings: strict),
        .target(name: "Audio", swiftSettings: strict),
        .target(name: "CALSA", linkerSettings: [.linkedLibrary("asound")]),
        .target(name: "ALSACapture", dependencies: ["Audio", "CALSA", "RealtimeQueue"], swiftSettings: strict),
        .systemLibrary(name: "CSndFile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
        .systemLibrary(name: "CSampleRate", pkgConfig: "samplerate", providers: [.apt(["libsamplerate0-dev"])]),
        .target(
            name: "SoundFile", dependencies: ["Audio", "CSampleRate", "CSndFile", "RealtimeQueue"],
            swiftSettings: strict),
        // Not a system library: pkg-config's `-lsphinxad` would load PulseAudio, X11 and systemd into every program.
        .target(name: "CPocketSphinx", linkerSettings: [.linkedLibrary("pocketsphinx"), .linkedLibrary("sphinxbase")]),
        .target(name: "PocketSphinxDecoder", dependencies: ["Audio", "CPocketSphinx"], swiftSettings: strict),
        .target(
            name: "Recognition", dependencies: ["Audio", "PocketSphinxDecoder", "RealtimeQueue"],
            swiftSettings: strict),
        .testTarget(name: "RealtimeQueueTests", dependencies: ["RealtimeQueue"], swiftSettings: strict),
        .testTarget(name: "AudioTests", dependencies: ["Audio"], swiftSettings: strict),
        .testTarget(
            name: "ALSACaptureTests", dependencies: ["ALSACapture", "Audio", "RealtimeQueue"], swiftSettings: strict),
        .testTarget(
            name: "SoundFileTests", dependencies: ["Audio", "RealtimeQueue", "SoundFile"], swiftSettings: strict),
        .testTarget(name: "PocketSphinxDecoderTests", dependencies: ["PocketSphinxDecoder"], swiftSettings: strict),
        .testTarget(
            name: "RecognitionTests",
            dependencies: ["Audio", "PocketSphinxDecoder", "RealtimeQueue", "Recognition", "SoundFile"],
            swiftSettings: strict),
    ]
)
