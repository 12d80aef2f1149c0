internal import CSndFile
import Testing

/// Sound made up by a test, and the file that libsndfile makes of it.
struct Sound {
    /// Hertz.
    let rate: Int
    let channels: Int
    /// Interleaved, 1 is full scale.
    var samples: [Float]

    enum Encoding: CaseIterable, Sendable {
        case wav8, wav16, wav24, wavFloat, flac16, vorbis

        fileprivate var format: CInt {
            let formats =
                switch self {
                case .wav8: (SF_FORMAT_WAV, SF_FORMAT_PCM_U8)
                case .wav16: (SF_FORMAT_WAV, SF_FORMAT_PCM_16)
                case .wav24: (SF_FORMAT_WAV, SF_FORMAT_PCM_24)
                case .wavFloat: (SF_FORMAT_WAV, SF_FORMAT_FLOAT)
                case .flac16: (SF_FORMAT_FLAC, SF_FORMAT_PCM_16)
                case .vorbis: (SF_FORMAT_OGG, SF_FORMAT_VORBIS)
                }
            return CInt(formats.0) | CInt(formats.1)
        }
    }

    init(rate: Int = 16_000, channels: Int = 1, samples: [Float]) {
        self.rate = rate
        self.channels = channels
        self.samples = samples
    }

    /// A second of the same tone on every channel.
    init(tone: Tone, rate: Int = 16_000, channels: Int = 1) {
        let wave = tone.samples(count: rate, rate: rate)
        self.init(rate: rate, channels: channels, samples: wave.flatMap { [Float](repeating: $0, count: channels) })
    }

    func write(to path: String, as encoding: Encoding = .wav16) throws {
        var info = SF_INFO()
        info.samplerate = CInt(rate)
        info.channels = CInt(channels)
        info.format = encoding.format
        let file = try #require(sf_open(path, CInt(SFM_WRITE), &info), "\(String(cString: sf_strerror(nil)))")
        defer { sf_close(file) }
        // As a sound card would; the library's own choice is to wrap around.
        sf_command(file, CInt(SFC_SET_CLIPPING), nil, 1)
        let frames = sf_count_t(samples.count / channels)
        try #require(sf_writef_float(file, samples, frames) == frames)
    }
}
