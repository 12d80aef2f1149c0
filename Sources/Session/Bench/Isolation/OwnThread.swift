import RealtimeQueue

/// Runs work that blocks where it takes no thread that tasks need.
enum OwnThread {
    static func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let hasStarted = NamedThread.start("measuring") { _ in
                continuation.resume(with: Swift.Result { try work() })
            }
            if !hasStarted {
                continuation.resume(throwing: IsolationError("cannot measure: the system has no thread left"))
            }
        }
    }
}
