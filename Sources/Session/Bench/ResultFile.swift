public import Drawing
import Foundation
import Subprocess
import SystemPackage

/// A file that a measurement writes at its end, checked at its beginning: nobody measures for an hour in vain.
public struct ResultFile: Sendable {
    public let path: String
    private let kind: String

    /// Turns SVG into PNG; from Debian's `librsvg2-bin`.
    private static let converter = "rsvg-convert"

    /// - Parameters:
    ///   - kinds: endings that are possible, in lower case, the first the one to recommend.
    ///   - option: names the file in messages.
    /// - Throws: ``BenchError`` for another ending, or a place where nothing can be written.
    public init(_ path: String, kinds: [String], option: String) throws(BenchError) {
        self.path = path
        kind = URL(filePath: path).pathExtension.lowercased()
        guard kinds.contains(kind) else {
            let endings = kinds.map { "." + $0 }.joined(separator: " or ")
            throw BenchError("\(option) \(path): the name has to end in \(endings)")
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw BenchError("\(option) \(path): there is no folder \(folder)", hint: "make it: mkdir -p \(folder)")
        }
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw BenchError("\(option) \(path): the folder \(folder) cannot be written to")
        }
        if kind == "png", Self.converterPath == nil {
            throw BenchError(
                "\(option) \(path): PNG needs the program \(Self.converter), which is not installed",
                hint: "name a file that ends in .svg, or: sudo apt-get install librsvg2-bin")
        }
    }

    /// - Throws: ``BenchError`` with the system's own reason.
    public func write(_ text: String) throws(BenchError) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw BenchError("cannot write \(path): \(error.localizedDescription)")
        }
    }

    /// Writes the picture in the form that the ending of the name asks for.
    public func write(_ picture: SVG) async throws(BenchError) {
        if kind != "png" { return try write(picture.document) }
        do {
            let result = try await Subprocess.run(
                .name(Self.converter), arguments: ["--zoom", "2", "--output", path],
                input: .string(picture.document), output: .discarded, error: .string(limit: 4_096))
            guard result.terminationStatus.isSuccess else {
                throw BenchError("cannot write \(path): \(Self.converter) says: \(result.standardError)")
            }
        } catch let error as BenchError {
            throw error
        } catch {
            throw BenchError("cannot write \(path): \(Self.converter) cannot be run (\(error))")
        }
    }

    private static var converterPath: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(converter)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
