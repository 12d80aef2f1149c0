import Foundation
import Subprocess
import SystemPackage
import VocabularyFiles

/// A sketch as the flash takes it: Intel HEX.
public struct SketchImage: Equatable, Sendable {
    /// What the sketch calls itself; `nil` for a file of the user's, which may be any.
    public let name: String?
    public let path: String

    /// The sketches that belong to this program.
    public static let names = ["voice_to_led", "led_aduino"]

    /// A build takes a few seconds; one that takes this long never ends.
    private static let patience = Duration.seconds(120)

    /// Finds a sketch, and builds it first where its sources are.
    ///
    /// Looks where `VOICELED_FIRMWARE` says, and builds nothing then; else in `firmware`, in one of the folders above the
    /// program.
    ///
    /// - Parameter choice: one of ``names``, or the path of a `.hex` file.
    /// - Throws: ``FlashError`` of kind `sketchMissing` or `doesNotCompile`.
    static func find(_ choice: String) async throws -> SketchImage {
        try check(choice)
        if choice.hasSuffix(".hex") { return SketchImage(name: nil, path: choice) }
        let given = ProcessInfo.processInfo.environment["VOICELED_FIRMWARE"]
        if given == nil, let project { try await build(in: project) }
        if let path = builtPath(of: choice) { return SketchImage(name: choice, path: path) }
        throw FlashError(
            .sketchMissing, "cannot find the sketch \(choice).hex" + (given.map { " in \($0)" } ?? ""),
            hint: "build the sketches with: make firmware")
    }

    /// Whether there is such a sketch, before anybody looks for a board.
    ///
    /// - Throws: ``FlashError`` of kind `sketchMissing`.
    static func check(_ choice: String) throws(FlashError) {
        if choice.hasSuffix(".hex") {
            guard !FileManager.default.isReadableFile(atPath: choice) else { return }
            let isThere = FileManager.default.fileExists(atPath: choice)
            throw FlashError(
                .sketchMissing, "cannot read the sketch \(choice)" + (isThere ? "" : ": No such file or directory"),
                hint: isThere
                    ? "make it readable with `chmod u+r`, or ask its owner to"
                    : "check the spelling, and the folder that you are in")
        }
        guard names.contains(choice) else {
            throw FlashError(
                .sketchMissing, "there is no sketch \"\(choice)\"", hint: "voice_to_led, led_aduino, or a .hex file")
        }
    }

    /// The script builds only what has changed.
    private static func build(in project: String) async throws {
        let script = project + "/Scripts/build-firmware"
        let late = FlashError(.doesNotCompile, "building the sketches was given up after \(patience)")
        let result = try await withTimeLimit(patience, orThrow: late) {
            try await Subprocess.run(
                .path(FilePath(script)), output: .discarded, error: .string(limit: 1_000_000))
        }
        guard result.terminationStatus != .exited(0) else { return }
        let words = result.standardError.split(separator: "\n").suffix(3).joined(separator: "\n")
        throw FlashError(
            .doesNotCompile, "cannot build the sketches:\n\(words)",
            hint: "a sketch that is built already can be named by its file: voiceled flash path/to/sketch.hex")
    }

    /// Where a sketch of ours is that was built already.
    static func builtPath(of name: String) -> String? {
        let given = ProcessInfo.processInfo.environment["VOICELED_FIRMWARE"]
        return (given.map { [$0] } ?? foldersAbove.map { $0 + "/firmware" }).map { "\($0)/\(name).hex" }
            .first { FileManager.default.isReadableFile(atPath: $0) }
    }

    /// The folder that this program was built from.
    private static var project: String? {
        foldersAbove.first { FileManager.default.isExecutableFile(atPath: $0 + "/Scripts/build-firmware") }
    }

    static var foldersAbove: [String] {
        var folder = URL(filePath: ProgramFolder.path)
        var folders: [String] = []
        while folder.path != "/", folders.count < 5 {
            folders.append(folder.path)
            folder.deleteLastPathComponent()
        }
        return folders
    }
}
