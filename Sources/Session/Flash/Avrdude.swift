import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// The program that speaks to the bootloader.
struct Avrdude {
    /// Optiboot's speed on an Uno.
    static let baud = 115_200

    let port: String
    let limit: Duration

    /// Writes `image` into the flash, reads it back and compares.
    ///
    /// - Parameter report: is called as the work goes on.
    /// - Throws: ``FlashError``, or `CancellationError`; avrdude has ended then.
    func write(_ image: String, report: @escaping @Sendable (FlashProgress) -> Void) async throws {
        let hasBegun = Mutex(false)
        let (output, status): (AvrdudeOutput, TerminationStatus)
        do {
            (output, status) = try await run(["-D", "-U", "flash:w:\(image):i"]) { progress in
                hasBegun.withLock { $0 = true }
                report(progress)
            }
        } catch let error as FlashError where error.kind == .timedOut && !hasBegun.withLock({ $0 }) {
            throw FlashError.noBootloader(port)
        }
        if status != .exited(0) {
            let code: Int32 =
                switch status {
                case .exited(let code): code
                case .signaled(let signal): -signal
                }
            throw FlashError(avrdude: output.lines, status: code, port: port)
        }
    }

    private func run(
        _ work: [String], report: @escaping @Sendable (FlashProgress) -> Void
    ) async throws -> (AvrdudeOutput, TerminationStatus) {
        var options = PlatformOptions()
        // Of its own, so that Ctrl-C reaches only us, and the port comes back in order.
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        let arguments = ["-p", "atmega328p", "-c", "arduino", "-P", port, "-b", "\(Self.baud)"] + work
        return try await withTimeLimit(limit, orThrow: FlashError.timedOut(port, limit: limit)) { [options] in
            try await whilePresent {
                do {
                    let result = try await Subprocess.run(
                        .name("avrdude"), arguments: Arguments(arguments), platformOptions: options,
                        input: .none, output: .discarded, error: .sequence
                    ) { execution in
                        var output = AvrdudeOutput()
                        for try await buffer in execution.standardError {
                            if let progress = buffer.withUnsafeBytes({ output.take($0) }) { report(progress) }
                        }
                        return output
                    }
                    return (result.closureResult, result.terminationStatus)
                } catch let error as SubprocessError where error.code == .executableNotFound {
                    throw FlashError.avrdudeMissing
                }
            }
        }
    }

    /// Runs `work` until the port goes away: avrdude would go on asking it until its time is up.
    private func whilePresent<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                while access(port, F_OK) == 0 { try await Task.sleep(for: .milliseconds(200)) }
                throw FlashError.unplugged(port)
            }
            defer { group.cancelAll() }
            return try await group.next()!
        }
    }
}

/// Runs `work`, and cancels it when `limit` has passed.
///
/// - Throws: `error` then, else what `work` throws. Returns only once `work` has ended.
func withTimeLimit<Value: Sendable>(
    _ limit: Duration, orThrow error: any Error, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: limit)
            throw error
        }
        defer { group.cancelAll() }
        return try await group.next()!
    }
}
