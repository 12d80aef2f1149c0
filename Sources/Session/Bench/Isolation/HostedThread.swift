import Glibc
import RealtimeQueue
import Supervision

/// The measuring program's end of ``IsolationHost``. Blocks; not for Swift's pool.
struct HostedThread: ~Copyable {
    private var program: SpawnedProgram

    private static let patience = Duration.seconds(60)

    init() throws(IsolationError) {
        // In the child this is the same program: the link is followed by the kernel before it becomes another.
        program = try SpawnedProgram("/proc/self/exe", ["bench", "isolation-host"])
    }

    var memory: ProcessMemory? { ProcessMemory.of(program.identifier) }

    /// - Returns: from before the first byte was written until the other side had the last.
    mutating func take(_ samples: [Int16]) throws(IsolationError) -> Duration {
        let bytes = samples.withUnsafeBytes { Array($0) }
        let given = HostTime.now
        program.write(line: "take \(bytes.count)")
        program.write(bytes)
        let words = try answer("took").split(separator: " ")
        guard let taken = words.last.flatMap({ Int64($0) }) else { throw .hostIsSilent }
        return HostTime(nanoseconds: taken) - given
    }

    /// Loads the decoder on its thread.
    mutating func load() throws(IsolationError) {
        program.write(line: "load")
        _ = try answer("loaded")
    }

    /// Has the utterance decoded that was taken last.
    mutating func decode() throws(IsolationError) -> String {
        program.write(line: "decode")
        return String(try answer("answer").dropFirst("answer ".count))
    }

    /// Has the decoder's thread fail in the middle of the utterance that was taken last.
    ///
    /// - Parameter deadline: what the utterance may take.
    /// - Returns: whether the program was still there to answer when that time was over or its pipe was closed.
    mutating func survives(_ fault: IsolationFault, within deadline: Duration) throws(IsolationError) -> Bool {
        program.write(line: "ping")
        _ = try answer("pong")
        program.write(line: "fail \(fault.rawValue)")
        program.write(line: "decode")
        let due = HostTime.now + deadline
        if program.line(before: due) != nil { return true }
        program.write(line: "ping")
        return program.line(before: .now + .milliseconds(50)) == "pong"
    }

    private mutating func answer(_ name: String) throws(IsolationError) -> String {
        guard let line = program.line(before: .now + Self.patience), line.hasPrefix(name) else { throw .hostIsSilent }
        return line
    }
}
