import Glibc
import PocketSphinxDecoder
import RealtimeQueue
import Supervision

/// Everything that is measured of threads. Blocks; to be called on a thread of its own.
struct ThreadSide: Sendable {
    let settings: DecoderSettings
    let utterances: [IsolationUtterance]

    /// A thread that does nothing, from asking for it until it has ended, in microseconds.
    func bareCreation() throws -> Double {
        let start = HostTime.now
        var thread = pthread_t()
        guard pthread_create(&thread, nil, { _ in nil }, nil) == 0 else {
            throw IsolationError("cannot measure: the system has no thread left")
        }
        pthread_join(thread, nil)
        return (HostTime.now - start).microseconds
    }

    /// A thread with its decoder, until it has answered once, in milliseconds.
    func creation() throws -> Double {
        let start = HostTime.now
        let thread = try DecodingThread(settings)
        _ = try thread.decode(utterances[0].samples)
        let time = HostTime.now - start
        thread.stop()
        return time.milliseconds
    }

    /// By how much a program grows that gets such a thread and has it decode once.
    func memory() throws -> ProcessMemory {
        var host = try HostedThread()
        _ = try host.take(utterances[0].samples)
        guard let before = host.memory else { throw IsolationError.hostIsSilent }
        try host.load()
        _ = try host.decode()
        guard let after = host.memory else { throw IsolationError.hostIsSilent }
        return after - before
    }

    /// The samples alone, to a thread that sleeps, in microseconds: until it has them.
    func bareHandOff() throws -> [Double] {
        let taker = SampleTaker()
        defer { taker.stop() }
        return utterances.map { taker.take($0.samples).microseconds }
    }

    /// Has every utterance decoded by one thread.
    func handOff(with thread: DecodingThread) throws -> HandOff {
        var result = HandOff()
        let switches = ContextSwitches.own
        for utterance in utterances {
            let start = HostTime.now
            let decoded = try thread.decode(utterance.samples)
            result.add(HostTime.now - start, decoding: decoded.time)
        }
        result.contextSwitches = ContextSwitches.own - switches
        return result
    }

    /// Has the thread fail in a program of its own, which is started again, in milliseconds until the same utterance is
    /// answered.
    func recovery(from fault: IsolationFault) throws -> (survived: Bool, outage: Double) {
        let utterance = utterances[0]
        var host = try HostedThread()
        try host.load()
        _ = try host.take(utterance.samples)
        let start = HostTime.now
        let survived = try host.survives(fault, within: WorkerLimits().deadline(for: utterance.length))
        // Whoever watches the program knows no less than the fallback does, and starts it again at once.
        host = try HostedThread()
        try host.load()
        _ = try host.take(utterance.samples)
        _ = try host.decode()
        return (survived, (HostTime.now - start).milliseconds)
    }
}
