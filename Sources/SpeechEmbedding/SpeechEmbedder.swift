/// Makes numbers of speech that are alike when the same words were said, whoever said them.
///
/// Google's speech embedding (2020), a convolutional network over a mel spectrogram, as openWakeWord distributes it. About
/// 15 ms for ``window``. Not for two threads at a time; being `~Copyable`, it is on one.
public struct SpeechEmbedder: ~Copyable {
    /// Samples of 16 kHz that are looked at: two seconds.
    public static let window = 32_000
    /// How many numbers there are.
    public static let count = 3 * perWindow

    /// Frames of the mel spectrogram of ``window``, and its bands.
    private static let frames = 197
    private static let bands = 32
    /// The network sees 76 frames at a time, in steps of 8.
    private static let windows = 16
    private static let perWindow = 96

    private var melSpectrogram: NetworkModel
    private var embedding: NetworkModel

    /// Loads the library, if that was not done before, and the models: some 30 ms.
    public init(_ files: EmbeddingFiles) throws(SpeechEmbeddingError) {
        if let missing = files.missing.first {
            throw SpeechEmbeddingError(what: "cannot load \(missing)", reason: "it is not there")
        }
        let library = try TensorFlowLite.load(files.library)
        let melSpectrogram = try NetworkModel(library, path: files.melSpectrogram, shape: [1, Int32(Self.window)])
        // All windows at once. The network has no padding, so the numbers are those of one window after the other, to the
        // last bit, in a fifth of the time.
        let embedding = try NetworkModel(
            library, path: files.embedding, shape: [1, Int32(Self.frames), Int32(Self.bands), 1])
        self.melSpectrogram = melSpectrogram
        self.embedding = embedding
    }

    /// The mean, the maximum and the standard deviation over time of the network's 96 outputs, one after the other.
    ///
    /// - Parameter samples: 16 kHz mono. The middle ``window`` counts; shorter sound gets silence around it, so the words
    ///   should be in the middle.
    public mutating func features(of samples: Span<Int16>) throws(SpeechEmbeddingError) -> [Float] {
        let lead = (Self.window - samples.count) / 2
        var mel = try melSpectrogram.run(expecting: Self.frames * Self.bands) { input in
            for place in 0..<input.count {
                let index = place - lead
                input[place] = samples.indices.contains(index) ? Float(samples[index]) : 0
            }
        }
        // As the network was trained.
        for place in mel.indices { mel[place] = mel[place] / 10 + 2 }
        let spectrum = mel.span
        let outputs = try embedding.run(expecting: Self.windows * Self.perWindow) { input in
            for place in 0..<input.count { input[place] = spectrum[place] }
        }
        return Self.summary(of: outputs)
    }

    private static func summary(of outputs: [Float]) -> [Float] {
        var means: [Float] = []
        var maxima: [Float] = []
        var deviations: [Float] = []
        for channel in 0..<perWindow {
            let values = stride(from: channel, to: outputs.count, by: perWindow).map { Double(outputs[$0]) }
            let mean = values.reduce(0, +) / Double(windows)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(windows)
            means.append(Float(mean))
            maxima.append(Float(values.max() ?? 0))
            deviations.append(Float(variance.squareRoot()))
        }
        return means + maxima + deviations
    }
}
