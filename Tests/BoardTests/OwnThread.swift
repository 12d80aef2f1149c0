import Foundation

/// Runs work that blocks on a thread of its own: tests have only as many threads as there are cores, and those of others
/// would stand still meanwhile.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}
