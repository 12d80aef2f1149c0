internal import CALSA
internal import Glibc

/// A failed ALSA call, with what was being attempted and what the user can do.
public struct ALSAError: Error, Equatable, Sendable {
    /// What callers may branch on. Everything else is for people to read.
    public enum Kind: Equatable, Sendable {
        /// No device has this name.
        case notFound
        /// Another program has it.
        case busy
        /// This user may not open it.
        case denied
        /// The sound server that should provide it does not run.
        case noServer
        /// It cannot deliver speech, not even with ALSA's conversions.
        case unsuitable
        /// It was there and is gone, or its sound server is.
        case unplugged
        /// It is there and delivers nothing.
        case stalled
        case other
    }

    public let kind: Kind

    /// The name by which it was opened.
    public let device: String

    /// The C function that failed, for example `snd_pcm_open`.
    public let operation: String

    /// The negative status that it returned.
    public let status: Int32

    /// Why, in words.
    public let reason: String

    /// - Parameters:
    ///   - kind: `nil` to derive it from `status`.
    ///   - reason: `nil` for the system's words for `status`.
    init(_ status: CInt, during operation: String, on device: String, kind: Kind? = nil, reason: String? = nil) {
        self.status = status
        self.operation = operation
        self.device = device
        // What is not there when it is opened was never plugged in.
        self.kind = kind ?? (status == -ENODEV && operation == "snd_pcm_open" ? .notFound : Self.kind(of: status))
        self.reason = reason ?? Self.words(for: status)
    }

    private static func kind(of status: CInt) -> Kind {
        switch -status {
        case ENOENT, ENXIO, EINVAL: .notFound
        case EBUSY, EAGAIN: .busy
        case EACCES, EPERM: .denied
        case ECONNREFUSED, ECONNABORTED, EHOSTDOWN: .noServer
        case ENODEV: .unplugged
        default: .other
        }
    }

    /// The system's words, and alsa-lib's own complaint where it says more.
    private static func words(for status: CInt) -> String {
        let words = String(cString: snd_strerror(status))
        var complaint = Substring(String(cString: calsa_message()))
        while let last = complaint.last, last.isWhitespace { complaint.removeLast() }
        return complaint.isEmpty || complaint.hasSuffix(words) ? words : "\(words): \(complaint)"
    }
}

extension ALSAError: CustomStringConvertible {
    public var description: String { "microphone \"\(device)\": \(reason) (\(operation) returned \(status))" }

    /// What to try next, when there is something better than giving up.
    public var hint: String? {
        switch kind {
        case .notFound: "`voiceled mics` lists the microphones there are; name one with --mic"
        case .busy: "another program is recording; `fuser -v /dev/snd/*` names it"
        case .denied: "add this user to the group audio, then log in again: sudo usermod -aG audio $USER"
        case .noServer:
            "start the sound server, for example with `pulseaudio --start`, or name a card with --mic hw:CARD=..."
        case .unsuitable: "`voiceled mics` lists the microphones there are; try another"
        case .unplugged: "plug the microphone in again, or start the sound server again"
        case .stalled: "unplug the microphone and plug it in again; if it is a sound server's, restart that"
        case .other: nil
        }
    }
}
