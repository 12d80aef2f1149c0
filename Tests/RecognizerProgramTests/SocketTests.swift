import EventFixtures
import Foundation
import RecognizerServer
import Testing
import Wyoming

@Suite("voiceled-recognizer over sockets", .serialized, .ownThread)
struct SocketTests {
    private func socketPath() -> String {
        FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sock").path
    }

    @Test("serves several clients at once over TCP; one that dies in the middle takes nobody along")
    func clients() throws {
        let recognizer = try RecognizerProcess(["--uri", "tcp://127.0.0.1:0"])
        let address = try recognizer.address()
        let samples = try Utterances.samples("light-two-on.slt")
        let well = try EventStream(to: address)
        try well.send(Transcribe(streaming: false))
        try well.send(AudioStart())
        try well.send(AudioChunk(samples: samples))
        do {
            let dying = try EventStream(to: address)
            try dying.send(AudioStart())
            try dying.send(Array(AudioChunk(samples: samples).event.bytes.dropLast(100)))
        }
        // Neither reads nor speaks.
        let silent = try EventStream(to: address)
        try well.send(AudioStop())
        #expect(try well.receive(Transcript.self).text == "light two on")
        try silent.send(Ping(text: "?"))
        #expect(try silent.receive(Pong.self).text == "?")
    }

    @Test("answers a client that has ended its own side")
    func halfClosed() throws {
        let recognizer = try RecognizerProcess(["--uri", "tcp://127.0.0.1:0"])
        let client = try EventStream(to: try recognizer.address())
        try client.send(Utterances.samples("red.slt"))
        client.endSending()
        #expect(try client.receive(Transcript.self).text == "red")
        #expect(try client.receive() == nil)
    }

    @Test("sends the seventeenth client away with a word, and takes another when one has gone")
    func tooManyClients() throws {
        let recognizer = try RecognizerProcess(["--uri", "tcp://127.0.0.1:0"])
        let address = try recognizer.address()
        var clients = try (0..<16).map { _ in try EventStream(to: address) }
        for client in clients {
            try client.send(Ping())
            _ = try client.receive(Pong.self)
        }
        let surplus = try EventStream(to: address)
        #expect(try surplus.receive(ErrorEvent.self).code == "busy")
        #expect(try surplus.receive() == nil)
        clients.removeLast()
        while true {
            let next = try EventStream(to: address)
            try next.send(Ping())
            if try next.receive()?.type == Pong.type { break }
        }
    }

    @Test("makes a Unix socket for this user alone, and removes it at SIGTERM")
    func unixSocket() throws {
        let path = socketPath()
        let recognizer = try RecognizerProcess(["--uri", "unix://\(path)"])
        let client = try EventStream(to: try recognizer.address())
        try client.send(Utterances.samples("red.slt"))
        #expect(try client.receive(Transcript.self).text == "red")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        recognizer.signal(SIGTERM)
        #expect(recognizer.ended() == 0)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("replaces the socket of a dead server, and refuses that of a living one")
    func staleSocket() throws {
        let path = socketPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let dead = try RecognizerProcess(["--uri", "unix://\(path)"])
        _ = try dead.address()
        dead.signal(SIGKILL)
        #expect(dead.ended() == -SIGKILL)
        #expect(FileManager.default.fileExists(atPath: path))

        let living = try RecognizerProcess(["--uri", "unix://\(path)"])
        let address = try living.address()
        let late = try RecognizerProcess(["--uri", "unix://\(path)"])
        #expect(late.ended() == 2)
        #expect(
            late.remainingErrors() == """
                voiceled-recognizer: cannot listen at unix://\(path): another server is listening there
                    stop it, or choose another path

                """)
        try EventStream(to: address).send(Ping())
    }

    @Test("leaves a file alone that is no socket")
    func noSocket() throws {
        let path = socketPath()
        try "precious".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let recognizer = try RecognizerProcess(["--uri", "unix://\(path)"])
        #expect(recognizer.ended() == 2)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    }

    @Test("refuses other computers unless it is told to serve them")
    func remote() throws {
        let recognizer = try RecognizerProcess(["--uri", "tcp://0.0.0.0:0"])
        #expect(recognizer.ended() == 2)
        #expect(
            recognizer.remainingErrors() == """
                voiceled-recognizer: cannot listen at tcp://0.0.0.0:0: other computers could reach it, and nobody has to log in
                    use 127.0.0.1 instead, or add --allow-remote if that is what you want

                """)
        let willing = try RecognizerProcess(["--uri", "tcp://0.0.0.0:0", "--allow-remote"])
        _ = try willing.address()
    }

    @Test("survives damaged events from many clients with its memory as before")
    func fuzz() throws {
        let lots = ProcessInfo.processInfo.environment["VOICELED_FUZZ_LOTS"].flatMap { Int($0) } ?? 40
        let recognizer = try RecognizerProcess(["--uri", "tcp://127.0.0.1:0"])
        let address = try recognizer.address()
        var damage = Damage(seed: 7)
        var before = 0
        for lot in 0..<lots {
            // What is still unsent when it hangs up is lost, as with a client that dies.
            let client = try EventStream(to: address)
            try? client.send((0..<50).flatMap { _ in damage.event() })
            client.endSending()
            while (try? client.receive()) != nil {}
            if lot == lots / 4 { before = try recognizer.memory() }
        }
        let client = try EventStream(to: address)
        try client.send(Utterances.samples("red.slt"))
        #expect(try client.receive(Transcript.self).text == "red")
        #expect(try recognizer.memory() < before + 8 << 20)
    }
}
