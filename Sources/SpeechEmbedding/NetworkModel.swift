internal import CTensorFlowLite

/// A neural network with one input and one output.
struct NetworkModel: ~Copyable {
    private let raw: OpaquePointer
    private let path: String

    /// - Parameter shape: of its input.
    init(_ library: TensorFlowLite, path: String, shape: [Int32]) throws(SpeechEmbeddingError) {
        var reason = [CChar](repeating: 0, count: 512)
        guard
            let raw = ctflite_load_model(library.raw, path, shape, Int32(shape.count), &reason, reason.count)
        else { throw SpeechEmbeddingError(what: "cannot load \(path)", reason: TensorFlowLite.text(reason)) }
        self.raw = raw
        self.path = path
    }

    deinit { ctflite_free_model(raw) }

    /// - Parameters:
    ///   - fill: writes the input, whose numbers are all to be written.
    ///   - count: how many numbers are expected.
    mutating func run(expecting count: Int, fill: (inout MutableSpan<Float>) -> Void) throws(SpeechEmbeddingError)
        -> [Float]
    {
        var size = 0
        guard let input = ctflite_input(raw, &size) else { throw failure("it has no input") }
        // The library owns the memory, and nobody else has it while this runs.
        var span = unsafe MutableSpan(_unsafeStart: input, count: size)
        fill(&span)
        guard let output = ctflite_run(raw, &size) else { throw failure("the library refused") }
        guard size == count else { throw failure("\(size) numbers came of it, not \(count)") }
        return Array(UnsafeBufferPointer(start: output, count: size))
    }

    private func failure(_ reason: String) -> SpeechEmbeddingError {
        SpeechEmbeddingError(what: "cannot run \(path)", reason: reason)
    }
}
