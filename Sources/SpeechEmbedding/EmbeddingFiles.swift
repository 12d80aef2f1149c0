internal import FoundationEssentials

/// The library and the two models that `Scripts/fetch-embedding` fetches.
public struct EmbeddingFiles: Equatable, Sendable {
    /// Where they are.
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// The user's: `$XDG_DATA_HOME/voiceled/embedding`, else `~/.local/share/voiceled/embedding`.
    ///
    /// - Returns: `nil` when neither variable names a folder. The files need not be there.
    public static var own: EmbeddingFiles? { own(environment: ProcessInfo.processInfo.environment) }

    static func own(environment: [String: String]) -> EmbeddingFiles? {
        // The XDG specification wants relative paths to be ignored.
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        let data = absolute("XDG_DATA_HOME") ?? absolute("HOME").map { $0 + "/.local/share" }
        return data.map { EmbeddingFiles(folder: $0 + "/voiceled/embedding") }
    }

    public var library: String { folder + "/libtensorflowlite_c.so" }
    public var melSpectrogram: String { folder + "/melspectrogram.tflite" }
    public var embedding: String { folder + "/embedding_model.tflite" }

    /// Those that are not there.
    public var missing: [String] {
        [library, melSpectrogram, embedding].filter { !FileManager.default.fileExists(atPath: $0) }
    }
}
