internal import CALSA
internal import Glibc

/// A capture device that can be named on the command line.
public struct Microphone: Equatable, Sendable {
    /// ALSA's name, which stays the same when devices are plugged in another order.
    public let name: String

    /// What it is, in one line.
    public let summary: String

    /// All capture devices that ALSA knows of, as it orders them: sound servers and the default first, then cards.
    ///
    /// Empty when there is none. The C function is `snd_device_name_hint`. Talks to no device, so a microphone that is
    /// listed may still be busy.
    public static func all() -> [Microphone] {
        calsa_capture_messages()
        var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
        guard snd_device_name_hint(-1, "pcm", &hints) == 0, let hints else { return [] }
        defer { snd_device_name_free_hint(hints) }
        var microphones: [Microphone] = []
        var index = 0
        while let hint = hints[index] {
            index += 1
            // Devices that only play say so; those for both directions say nothing.
            guard let name = text("NAME", of: hint), text("IOID", of: hint) != "Output", isNamable(name) else {
                continue
            }
            let lines = (text("DESC", of: hint) ?? "").split(separator: "\n")
            microphones.append(Microphone(name: name, summary: lines.joined(separator: ", ")))
        }
        return microphones
    }

    /// Of the many names that ALSA makes for every card, the one for the hardware is enough, since what it cannot do is
    /// converted anyway; and its converters, which have no microphone of their own, are not for people.
    private static func isNamable(_ name: String) -> Bool {
        guard let kind = name.split(separator: ":").first else { return false }
        return name.contains(":") ? kind == "hw" : !converters.contains(String(kind))
    }

    private static let converters: Set = [
        "null", "lavrate", "samplerate", "speexrate", "speex", "upmix", "vdownmix", "oss", "usbstream",
    ]

    private static func text(_ field: String, of hint: UnsafeMutableRawPointer) -> String? {
        guard let value = snd_device_name_get_hint(hint, field) else { return nil }
        defer { free(value) }
        return String(cString: value)
    }
}
