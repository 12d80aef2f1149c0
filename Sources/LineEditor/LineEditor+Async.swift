internal import Glibc

extension LineEditor {
    /// Reads one line without blocking the task's thread: the wait happens on a thread started for it.
    ///
    /// A thread costs some 20 µs, nothing beside a person's typing, and none outlives its line. The prompt appears when
    /// this is called and not before, so what a command prints stays above it.
    ///
    /// - Returns: ``LineInput/interrupted`` also when the task is cancelled.
    /// - Throws: as ``readLine()``.
    public func nextLine() async throws(LineEditorError) -> LineInput {
        guard !Task.isCancelled else { return .interrupted }
        let result: Result<LineInput, LineEditorError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Self.startThread { [self] in
                    continuation.resume(returning: Result { () throws(LineEditorError) in try readLine() })
                }
            }
        } onCancel: {
            interrupt()
        }
        return try result.get()
    }

    /// Everything that is entered until the input ends; each line is asked for when the one before has been dealt with.
    public var lines: Lines { Lines(editor: self) }

    /// See ``LineEditor/lines``.
    public struct Lines: AsyncSequence, Sendable {
        public typealias Element = LineInput
        public typealias Failure = LineEditorError

        let editor: LineEditor

        public func makeAsyncIterator() -> Iterator { Iterator(editor: editor) }

        public struct Iterator: AsyncIteratorProtocol {
            let editor: LineEditor

            /// - Returns: `nil` in place of ``LineInput/endOfInput``, and when the task is cancelled.
            public func next(isolation actor: isolated (any Actor)? = #isolation) async throws(LineEditorError)
                -> LineInput?
            {
                let input = try await editor.nextLine()
                return input == .endOfInput || Task.isCancelled ? nil : input
            }
        }
    }

    private static func startThread(_ work: @escaping @Sendable () -> Void) {
        final class Work {
            let run: @Sendable () -> Void
            init(_ run: @escaping @Sendable () -> Void) { self.run = run }
        }
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { context in
                Unmanaged<Work>.fromOpaque(context!).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(Work(work)).toOpaque())
        precondition(status == 0, "cannot start a thread: \(String(cString: strerror(status)))")
        pthread_detach(thread)
    }
}
