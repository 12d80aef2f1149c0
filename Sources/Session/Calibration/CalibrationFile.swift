import Foundation
public import Recognition
import VocabularyFiles

/// Where the calibration of one vocabulary is kept, and the one before it.
///
/// Each vocabulary has its own: what is mistaken for a command depends on what the commands are.
public struct CalibrationFile: Equatable, Sendable {
    public let path: String

    /// What stood in the file before it was last written.
    var previousPath: String { path + ".previous" }

    public init(path: String) { self.path = path }

    /// `$XDG_CONFIG_HOME/voiceled/calibration/NAME.txt`, else under `~/.config`.
    ///
    /// - Parameter grammar: the name that the grammar gives itself.
    /// - Returns: `nil` if the environment names neither folder by an absolute path.
    public static func standard(of grammar: String) -> CalibrationFile? {
        standard(of: grammar, environment: ProcessInfo.processInfo.environment)
    }

    static func standard(of grammar: String, environment: [String: String]) -> CalibrationFile? {
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let folder = absolute("XDG_CONFIG_HOME") ?? absolute("HOME").map({ $0 + "/.config" }) else { return nil }
        // A grammar may be called anything; a file may not.
        let name = String(
            grammar.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
        return CalibrationFile(path: "\(folder)/voiceled/calibration/\(name).txt")
    }

    public var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Returns: `nil` if there is no file.
    /// - Throws: `CalibrationError` with the line that is wrong, or `VocabularyError` if it cannot be read.
    public func read() throws -> Calibration? {
        guard exists else { return nil }
        return try Calibration(parsing: TextFile.read(path), file: path)
    }

    /// Puts new thresholds into the file, in one step, and keeps what stood there before.
    ///
    /// - Parameter remarks: stand above them.
    /// - Throws: ``CalibrationFailure`` with the system's own reason; the file is then as it was.
    public func write(_ calibration: Calibration, remarks: [String]) throws {
        let before = exists ? try TextFile.read(path) : Self.none
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw CalibrationFailure.cannotWrite(path, error)
        }
        try replace(previousPath, with: before)
        try replace(
            path, with: calibration.replacingThresholds(in: before == Self.none ? "" : before, remarks: remarks))
    }

    /// Changes the file for the one before it; done twice, everything is as it was.
    ///
    /// - Throws: ``CalibrationFailure`` if there is none, or with the system's own reason.
    public func undo() throws {
        guard FileManager.default.fileExists(atPath: previousPath) else {
            throw CalibrationFailure.nothingToUndo(path)
        }
        let before = try TextFile.read(previousPath)
        let now = exists ? try TextFile.read(path) : Self.none
        try replace(path, with: before)
        try replace(previousPath, with: now)
    }

    /// Stands for a file that was not there.
    private static let none = "# nothing is calibrated: the built-in thresholds are used\n"

    /// A reader sees the old text or the new one, never a part of it.
    private func replace(_ path: String, with text: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CalibrationFailure.cannotWrite(path, error)
        }
    }
}
