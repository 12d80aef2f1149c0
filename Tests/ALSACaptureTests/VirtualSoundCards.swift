import Foundation

/// Devices that ALSA makes of its own plug-ins, for tests without a sound card.
///
/// alsa-lib reads its configuration once a process, so all tests share these.
enum VirtualSoundCards {
    /// Plays `recording` as fast as it is read.
    static let player = "player"
    /// Has two channels and no less.
    static let pair = "pair"

    static let recording = (0..<16_000).map { Int16(truncatingIfNeeded: $0 * 7) }

    /// Makes the devices known to ALSA.
    static let plugIn: Void = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sound-cards-\(UUID().uuidString)")
        try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sound = folder.appending(path: "sound.raw").path(percentEncoded: false)
        let configuration = folder.appending(path: "alsa.conf").path(percentEncoded: false)
        try! recording.withUnsafeBytes { Data($0) }.write(to: URL(filePath: sound))
        try! """
        </usr/share/alsa/alsa.conf>
        pcm.player {
            type file
            slave.pcm null
            file /dev/null
            infile "\(sound)"
            format raw
            hint { show on description "A recording\nplayed again and again" }
        }
        pcm.pair {
            type multi
            slaves.a { pcm null channels 1 }
            slaves.b { pcm null channels 1 }
            bindings.0 { slave a channel 0 }
            bindings.1 { slave b channel 0 }
        }
        """.write(toFile: configuration, atomically: true, encoding: .utf8)
        setenv("ALSA_CONFIG_PATH", configuration, 1)
    }()
}
