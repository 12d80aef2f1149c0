import Foundation
import TerminalFixtures

/// A microphone without a sound card: a private PulseAudio whose null sink is heard through its monitor.
///
/// ALSA's `pulse` plugin makes it a real, paced capture device for ``environment``. Nothing of the user's own sound is
/// touched, and the daemon is gone when this value is.
actor VirtualMicrophone {
    /// What a program needs to hear this microphone as `--mic pulse`.
    nonisolated let environment: [String: String]
    private let daemon: Program
    private let folder: TemporaryFolder

    init() async throws {
        let folder = TemporaryFolder()
        let socket = folder.path + "/socket"
        try """
        load-module module-null-sink sink_name=voice rate=16000 channels=1
        load-module module-native-protocol-unix socket=\(socket) auth-anonymous=1
        set-default-sink voice
        set-default-source voice.monitor
        """.write(toFile: folder.path + "/script", atomically: false, encoding: .utf8)
        environment = [
            "HOME": folder.path, "XDG_RUNTIME_DIR": folder.path, "PULSE_RUNTIME_PATH": folder.path,
            "PULSE_STATE_PATH": folder.path, "PULSE_SERVER": "unix:\(socket)",
        ]
        // Should this process be killed, the time limit ends the daemon, and with it whoever listens to it.
        daemon = try Program(
            "timeout",
            [
                "600", "pulseaudio", "-n", "-F", folder.path + "/script", "--daemonize=no", "--use-pid-file=no",
                "--exit-idle-time=-1", "--disable-shm=yes", "--log-target=file:/dev/stdout", "--log-level=info",
            ], environment: environment)
        self.folder = folder
        try await daemon.line { $0.contains("Daemon startup complete") }
    }

    /// Plays a recording to its end.
    func speak(_ fixture: UtteranceFixture) async throws {
        let player = try Program("paplay", [fixture.path], environment: environment)
        let ending = try await player.ended()
        guard ending.status == 0 else { throw Program.Failure(description: "paplay: \(ending.errors)") }
    }

    /// Takes the microphone away, as when its cable is pulled.
    func unplug() async throws {
        daemon.signal(SIGTERM)
        _ = try await daemon.ended()
    }
}
