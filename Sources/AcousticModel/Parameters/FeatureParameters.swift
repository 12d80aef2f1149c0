/// How a model wants sound to be turned into features: its file `feat.params`.
///
/// Whoever adapts it must do exactly the same, or the numbers mean something else.
public struct FeatureParameters: Equatable, Sendable {
    private let values: [String: String]

    /// What the program that makes cepstra has to be told.
    private static let cepstral = [
        "-alpha", "-doublebw", "-frate", "-lifter", "-lowerf", "-ncep", "-nfft", "-nfilt", "-remove_dc",
        "-remove_noise",
        "-round_filters", "-samprate", "-smoothspec", "-transform", "-unit_area", "-upperf", "-wlen",
    ]
    /// What the trainer has to be told, and what it takes for granted otherwise.
    private static let dynamic = [
        ("-agc", "none"), ("-cmn", "batch"), ("-feat", "1s_c_d_dd"), ("-svspec", "0-12/13-25/26-38"),
        ("-varnorm", "no"),
    ]

    /// - Parameter text: `-name value`, in any number of lines.
    public init(parsing text: String) {
        let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
        var values: [String: String] = [:]
        for index in stride(from: 0, to: fields.count - 1, by: 2) { values[fields[index]] = fields[index + 1] }
        self.values = values
    }

    /// One codebook for each phone; the only kind that is adapted here.
    public var isTiedByPhone: Bool { values["-model"] == "ptm" }

    public var streams: Int { (values["-svspec"] ?? "0-12/13-25/26-38").split(separator: "/").count }

    public var cepstralArguments: [String] {
        Self.cepstral.flatMap { name in values[name].map { [name, $0] } ?? [] }
    }

    public var dynamicArguments: [String] {
        Self.dynamic.flatMap { name, usual in
            // The mean of the cepstra is taken over the whole utterance here as in the decoder.
            [name, name == "-cmn" ? "batch" : values[name] ?? usual]
        }
    }
}
