internal import Glibc

/// Why a recording cannot be used, and what the user can do.
public struct SoundFileError: Error, Equatable, Sendable {
    /// What callers may branch on.
    public enum Kind: Equatable, Sendable {
        case notFound
        case denied
        case folder
        /// Something else that is neither a file nor a pipe.
        case device
        /// Nothing that libsndfile knows, headerless samples among them.
        case notAudio
        /// Sound, but with a rate or a number of channels that makes no sense here.
        case unsupported
        /// No samples at all.
        case empty
        /// Less sound than the header promises.
        case cutOff
        /// Reading failed half-way.
        case unreadable
    }

    public let kind: Kind

    /// The path as it was given; `-` for standard input.
    public let path: String

    /// Why, with the raw fact.
    public let reason: String

    init(_ kind: Kind, _ path: String, reason: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
    }

    /// The error for `open` having failed with `code`.
    init(opening path: String, errno code: Int32) {
        let kind: Kind =
            switch code {
            case ENOENT, ENOTDIR: .notFound
            case EACCES, EPERM: .denied
            default: .unreadable
            }
        self.init(kind, path, reason: String(cString: strerror(code)))
    }
}

extension SoundFileError: CustomStringConvertible {
    public var description: String { "cannot read the recording \(path): \(reason)" }

    /// What to try next.
    public var hint: String? {
        switch kind {
        case .notFound: "check the spelling, and the folder that you are in"
        case .denied: "make it readable with `chmod u+r`, or ask its owner to"
        case .folder: "name the recordings themselves, for example \(path)/*.wav"
        case .device: "name a recording; `voiceled listen` obeys a microphone"
        case .notAudio:
            "WAV, FLAC, OGG, AIFF and MP3 are read; give headerless samples a header first: "
                + "sox -t raw -r 16000 -e signed -b 16 -c 1 IN.raw OUT.wav"
        case .unsupported: "convert it: sox IN -r 16000 -c 1 -b 16 OUT.wav"
        case .empty: "record it again"
        case .cutOff: "copy or record it again; to use what is there: sox --ignore-length IN.wav OUT.wav"
        case .unreadable: nil
        }
    }
}
