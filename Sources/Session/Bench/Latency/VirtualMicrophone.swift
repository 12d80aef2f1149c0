import Foundation
import RealtimeQueue
import Subprocess
import SystemPackage

/// A microphone without a sound card: a private PulseAudio daemon whose only source is a pipe that ``SpeechFeed`` speaks into.
///
/// ALSA's `pulse` plugin makes it a capture device like any other. Nothing of the user's own sound is touched.
final class VirtualMicrophone: Sendable {
    /// What to give ALSA to hear it.
    let device: String

    private let feed: SpeechFeed
    private let folder: BenchFolder
    private let daemon: Task<Void, any Error>

    private static let program = "pulseaudio"
    /// What to do where there can be no such microphone.
    static let hint = "sudo apt-get install pulseaudio libasound2-plugins; or measure with --source replay"

    private init(device: String, feed: SpeechFeed, folder: BenchFolder, daemon: Task<Void, any Error>) {
        self.device = device
        self.feed = feed
        self.folder = folder
        self.daemon = daemon
    }

    deinit {
        feed.stop()
        daemon.cancel()
    }

    /// Starts the daemon and waits until it can be listened to.
    ///
    /// - Throws: ``BenchError`` with the daemon's last words.
    static func start() async throws -> VirtualMicrophone {
        let folder = try BenchFolder()
        let (socket, pipe) = (folder.path + "/socket", folder.path + "/voice")
        let (lines, said) = AsyncStream.makeStream(of: String.self)
        let daemon = Task {
            defer { said.finish() }
            try await run(in: folder.path, socket: socket, pipe: pipe) { said.yield($0) }
        }
        var last = ""
        var isReady = false
        for await line in lines where !isReady {
            if line.contains("Daemon startup complete") {
                isReady = true
                break
            }
            if line.hasPrefix("E: ") || last.isEmpty { last = line }
        }
        guard isReady else {
            daemon.cancel()
            do {
                try await daemon.value
            } catch {
                try Task.checkCancellation()
                throw BenchError("cannot make a microphone: \(program) cannot be started (\(error))", hint: hint)
            }
            throw BenchError("cannot make a microphone: \(program) ended: \(last)", hint: hint)
        }
        do {
            return VirtualMicrophone(
                device: "plug:{SLAVE {type pulse server \"unix:\(socket)\"}}", feed: try SpeechFeed(into: pipe),
                folder: folder, daemon: daemon)
        } catch {
            daemon.cancel()
            throw error
        }
    }

    /// Plays a recording to its end.
    ///
    /// - Parameter samples: 16 kHz mono.
    /// - Returns: when its first sample began; `nil` if it could not be played to its end.
    func hear(_ samples: [Int16]) async -> HostTime? { await feed.say(samples) }

    /// Ends the daemon, and returns once it is gone.
    func stop() async {
        feed.stop()
        daemon.cancel()
        _ = await daemon.result
    }

    private static func run(
        in folder: String, socket: String, pipe: String, tell: @escaping @Sendable (String) -> Void
    ) async throws {
        var options = PlatformOptions()
        // Of its own, so that Ctrl-C reaches only us.
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        _ = try await Subprocess.run(
            .name(program),
            arguments: [
                "-n", "--daemonize=no", "--use-pid-file=no", "--disable-shm=yes",
                // Should this process be killed, nobody listens any more, and it ends by itself.
                "--exit-idle-time=20",
                "--log-target=stderr", "--log-level=info", "--log-time=no", "--log-meta=no",
                "--load=module-pipe-source source_name=voice file=\(pipe) format=s16le rate=16000 channels=1",
                "--load=module-native-protocol-unix socket=\(socket) auth-anonymous=1",
            ],
            environment: .inherit.updating([
                "HOME": folder, "XDG_RUNTIME_DIR": folder, "PULSE_RUNTIME_PATH": folder, "PULSE_STATE_PATH": folder,
            ]),
            platformOptions: options, input: .none, output: .discarded, error: .sequence
        ) { execution in
            for try await line in execution.standardError.strings() {
                tell(line.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
    }
}
