internal import Glibc
internal import PocketSphinxDecoder

/// The recogniser for other programs: whole utterances in, transcripts out, in the Wyoming protocol.
public struct RecognizerServer: Sendable {
    private let engines: Engines

    public init(_ settings: EngineSettings) {
        engines = Engines(settings)
    }

    /// Loads the standard engine, serves until there is nobody left or a signal comes, and then ends the process.
    ///
    /// To be called on the main thread, before others are started.
    ///
    /// - Parameters:
    ///   - allowsRemote: whether other computers may reach it.
    ///   - parent: the process that started this one, and with which it ends; over standard streams it always does.
    ///   - announce: called with each address as soon as clients can connect.
    /// - Throws: ``ServerError``, or `DecoderError` when the engine cannot be loaded; nothing is left behind then.
    public func run(
        at address: ServerAddress, allowsRemote: Bool = false, parent: Int32? = nil,
        announce: (ServerAddress) -> Void
    ) throws -> Never {
        // Who goes away while an answer is on its way is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        let file = SocketFile()
        EndSignals.handle { file.remove() }
        if let parent, !ParentWatch.start(parent) { _exit(0) }
        switch address {
        case .standardStreams: try serveStandardStreams()
        case .unix(let path):
            try engines.load()
            let listener = try Listener.unix(path: path)
            file.keep(path)
            announce(listener.address)
            try engines.beginLoadingSecond()
            SocketServer(engines: engines).run([listener])
        case .tcp(let host, let port):
            // Before the model is loaded: a wrong address is then told at once.
            let listeners = try Listener.tcp(host: host, port: port, allowsRemote: allowsRemote)
            try engines.load()
            for listener in listeners { announce(listener.address) }
            try engines.beginLoadingSecond()
            SocketServer(engines: engines).run(listeners)
        }
    }

    private func serveStandardStreams() throws -> Never {
        let (input, output) = StandardStreams.take()
        ParentWatch.start(input: input, output: output)
        try engines.load()
        try engines.beginLoadingSecond()
        Client(input: Descriptor(input), output: Descriptor(output), engines: engines).serve()
        _exit(0)
    }
}
