// swift-tools-version: 6.2
import PackageDescription

/// `InternalImportsByDefault` keeps C types out of public signatures: leaking one does not compile.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// For what computes with each sample or Gaussian: without it a debug build hears more slowly than people speak.
let optimized = SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "VoiceLED",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Pure Swift: no C library, testable anywhere.
        .target(name: "CommandLanguage", swiftSettings: strict),
        .target(name: "LEDLink", dependencies: ["CommandLanguage"], swiftSettings: strict),
        .target(name: "Pronunciation", dependencies: ["CommandLanguage"], swiftSettings: strict),
        .target(name: "TerminalView", dependencies: ["CommandLanguage"], swiftSettings: strict),
        .target(name: "Audio", swiftSettings: strict),
        .target(name: "RealtimeQueue", swiftSettings: strict),
        .target(name: "Supervision", swiftSettings: strict),
        .target(name: "Wyoming", swiftSettings: strict),
        .target(name: "Drawing", swiftSettings: strict),
        .target(name: "WordPrototypes", swiftSettings: strict),
        .target(name: "AcousticModel", swiftSettings: strict + [optimized]),
        .target(name: "Accuracy", dependencies: ["CommandLanguage", "Drawing"], swiftSettings: strict),

        // The ear: from a microphone or a recording to a hypothesis.
        .target(name: "CALSA", linkerSettings: [.linkedLibrary("asound")]),
        .target(name: "ALSACapture", dependencies: ["Audio", "CALSA", "RealtimeQueue"], swiftSettings: strict),
        .systemLibrary(name: "CSndFile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
        .systemLibrary(name: "CSampleRate", pkgConfig: "samplerate", providers: [.apt(["libsamplerate0-dev"])]),
        .target(
            name: "SoundFile", dependencies: ["Audio", "CSampleRate", "CSndFile", "RealtimeQueue"],
            swiftSettings: strict),
        // Not a system library: pkg-config's `-lsphinxad` would load PulseAudio, X11 and systemd into every program.
        .target(name: "CPocketSphinx", linkerSettings: [.linkedLibrary("pocketsphinx"), .linkedLibrary("sphinxbase")]),
        .target(
            name: "PocketSphinxDecoder", dependencies: ["AcousticModel", "Audio", "CPocketSphinx"],
            swiftSettings: strict),
        // TensorFlow Lite is loaded at run time, if it is there.
        .target(name: "CTensorFlowLite"),
        .target(name: "SpeechEmbedding", dependencies: ["CTensorFlowLite"], swiftSettings: strict),
        .target(
            name: "Recognition",
            dependencies: [
                "Audio", "PocketSphinxDecoder", "RealtimeQueue", "Supervision", "Wyoming", subprocess, systemPackage,
            ], swiftSettings: strict),

        // Acoustic models of the user's own.
        .target(
            name: "Adaptation",
            dependencies: ["AcousticModel", "PocketSphinxDecoder", "RealtimeQueue", subprocess, systemPackage],
            swiftSettings: strict),

        // The words: grammar and dictionary from files.
        .target(
            name: "VocabularyFiles", dependencies: ["CommandLanguage", "WordPrototypes", systemPackage],
            swiftSettings: strict),

        // The recogniser as a process of its own, for this program and for others.
        .target(
            name: "RecognizerServer",
            dependencies: [
                "Audio", "PocketSphinxDecoder", "RealtimeQueue", "SoundFile", "SpeechEmbedding", "WordPrototypes",
                "Wyoming",
            ], swiftSettings: strict),
        .executableTarget(
            name: "voiceled-recognizer",
            dependencies: [
                "AcousticModel", "CommandLanguage", "PocketSphinxDecoder", "Recognition", "RecognizerServer",
                "SpeechEmbedding", "VocabularyFiles", "WordPrototypes", argumentParser,
            ], swiftSettings: strict),

        // The board: from a command to its acknowledgement.
        .target(name: "SerialPort", swiftSettings: strict),
        .target(
            name: "BoardConnection", dependencies: ["CommandLanguage", "LEDLink", "SerialPort"], swiftSettings: strict),

        // The user's program.
        .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "LineEditor", dependencies: ["CEditLine"], swiftSettings: strict),
        .target(
            name: "Session",
            dependencies: [
                "ALSACapture", "Accuracy", "AcousticModel", "Adaptation", "Audio", "BoardConnection", "CommandLanguage",
                "Drawing", "LEDLink", "PocketSphinxDecoder", "Pronunciation", "RealtimeQueue", "Recognition",
                "SerialPort", "SoundFile", "SpeechEmbedding", "Supervision", "VocabularyFiles", "WordPrototypes",
                "Wyoming", subprocess, systemPackage,
            ], swiftSettings: strict),
        .executableTarget(
            name: "voiceled",
            dependencies: [
                "ALSACapture", "Accuracy", "AcousticModel", "Adaptation", "BoardConnection", "CommandLanguage",
                "LEDLink", "LineEditor", "PocketSphinxDecoder", "Recognition", "SerialPort", "Session", "SoundFile",
                "TerminalView", "VocabularyFiles", "WordPrototypes", argumentParser, unixSignals,
            ], swiftSettings: strict),

        // The simulated board; it alone links simavr.
        .target(name: "CSimAVR", linkerSettings: [.linkedLibrary("simavr")]),
        .executableTarget(
            name: "voiceled-board", dependencies: ["CSimAVR", "CommandLanguage", "TerminalView", argumentParser],
            swiftSettings: strict),

        // The board's own end of the wire, compiled for this computer so that tests can reach it.
        .target(name: "FirmwareCore", path: "Firmware/libraries/VoiceLedLink/src/core", publicHeadersPath: "."),
        .target(name: "FirmwareLink", dependencies: ["FirmwareCore"]),

        .testTarget(name: "AcousticModelTests", dependencies: ["AcousticModel"], swiftSettings: strict),
        .testTarget(name: "AdaptationTests", dependencies: ["Adaptation"], swiftSettings: strict),
        .testTarget(name: "RealtimeQueueTests", dependencies: ["RealtimeQueue"], swiftSettings: strict),
        .testTarget(name: "SupervisionTests", dependencies: ["Supervision"], swiftSettings: strict),
        .target(name: "EventFixtures", dependencies: ["Wyoming"], path: "Tests/EventFixtures", swiftSettings: strict),
        .testTarget(name: "WyomingTests", dependencies: ["EventFixtures", "Wyoming"], swiftSettings: strict),
        .testTarget(
            name: "RecognizerServerTests", dependencies: ["RecognizerServer", "Wyoming"], swiftSettings: strict),
        // Runs the program as its clients do.
        .testTarget(
            name: "RecognizerProgramTests",
            dependencies: ["EventFixtures", "RecognizerServer", "SoundFile", "SpeechEmbedding", "Wyoming"],
            swiftSettings: strict),
        .testTarget(name: "WordPrototypesTests", dependencies: ["WordPrototypes"], swiftSettings: strict),
        .testTarget(name: "SpeechEmbeddingTests", dependencies: ["SpeechEmbedding"], swiftSettings: strict),
        .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: strict),
        .testTarget(
            name: "AccuracyTests", dependencies: ["Accuracy", "CommandLanguage", "Drawing"], swiftSettings: strict),
        .testTarget(name: "AudioTests", dependencies: ["Audio"], swiftSettings: strict),
        .testTarget(
            name: "ALSACaptureTests", dependencies: ["ALSACapture", "Audio", "RealtimeQueue", "TerminalFixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "SoundFileTests",
            dependencies: ["Audio", "CSndFile", "RealtimeQueue", "SoundFile", "TerminalFixtures"], swiftSettings: strict
        ),
        .testTarget(name: "PocketSphinxDecoderTests", dependencies: ["PocketSphinxDecoder"], swiftSettings: strict),
        .testTarget(
            name: "RecognitionTests",
            dependencies: [
                "Audio", "FaultyRecognizer", "PocketSphinxDecoder", "RealtimeQueue", "Recognition", "SoundFile",
                "Supervision", "Wyoming",
            ], swiftSettings: strict),
        // A worker that crashes, hangs, grows and garbles on command.
        .executableTarget(
            name: "FaultyRecognizer", dependencies: ["Wyoming"], path: "Tests/FaultyRecognizer", swiftSettings: strict),
        .testTarget(
            name: "CommandLanguageTests", dependencies: ["CommandLanguage"], resources: [.copy("Broken")],
            swiftSettings: strict),
        .target(name: "TerminalFixtures", path: "Tests/TerminalFixtures", swiftSettings: strict),
        .testTarget(name: "LineEditorTests", dependencies: ["LineEditor", "TerminalFixtures"], swiftSettings: strict),
        // Runs the programs as a user does, and links none of them.
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["CommandLanguage", "LEDLink", "SpeechEmbedding", "TerminalFixtures"], swiftSettings: strict),
        .testTarget(name: "FirmwareLinkTests", dependencies: ["FirmwareLink"], swiftSettings: strict),
        // Runs the program; linking it would bring simavr's licence along.
        .testTarget(name: "BoardTests", exclude: ["Sketches"], swiftSettings: strict),
        .testTarget(
            name: "SessionTests",
            dependencies: [
                "Accuracy", "Audio", "BoardConnection", "BoardFixtures", "CommandLanguage", "Drawing", "LEDLink",
                "PocketSphinxDecoder", "Recognition", "SerialPort", "Session", "VocabularyFiles",
            ], swiftSettings: strict),
        .testTarget(
            name: "VocabularyFilesTests", dependencies: ["CommandLanguage", "VocabularyFiles"], swiftSettings: strict),
        .target(
            name: "BoardFixtures", dependencies: ["CommandLanguage", "LEDLink"], path: "Tests/BoardFixtures",
            swiftSettings: strict),
        .testTarget(
            name: "LEDLinkTests", dependencies: ["BoardFixtures", "CommandLanguage", "FirmwareLink", "LEDLink"],
            swiftSettings: strict),
        .testTarget(
            name: "PronunciationTests", dependencies: ["CommandLanguage", "Pronunciation"], swiftSettings: strict),
        .testTarget(name: "SerialPortTests", dependencies: ["BoardFixtures", "SerialPort"], swiftSettings: strict),
        .testTarget(
            name: "BoardConnectionTests",
            dependencies: ["BoardConnection", "BoardFixtures", "CommandLanguage", "LEDLink", "SerialPort"],
            swiftSettings: strict),
        .testTarget(
            name: "TerminalViewTests", dependencies: ["CommandLanguage", "TerminalView"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx11
)
