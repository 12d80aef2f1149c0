internal import CTensorFlowLite
internal import Synchronization

/// TensorFlow Lite's C library.
struct TensorFlowLite: @unchecked Sendable {
    // Sendable because it is a table of functions that is never changed or freed once it was made.
    let raw: OpaquePointer

    private static let loaded = Mutex<[String: TensorFlowLite]>([:])

    /// Loads the library at `path`, once for each path.
    static func load(_ path: String) throws(SpeechEmbeddingError) -> TensorFlowLite {
        let result = loaded.withLock { loaded -> Result<TensorFlowLite, SpeechEmbeddingError> in
            if let library = loaded[path] { return .success(library) }
            var reason = [CChar](repeating: 0, count: 512)
            guard let raw = ctflite_load_library(path, &reason, reason.count) else {
                return .failure(SpeechEmbeddingError(what: "cannot load \(path)", reason: text(reason)))
            }
            let library = TensorFlowLite(raw: raw)
            loaded[path] = library
            return .success(library)
        }
        return try result.get()
    }

    static func text(_ reason: [CChar]) -> String {
        String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
