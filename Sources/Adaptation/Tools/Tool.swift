internal import Foundation
internal import Subprocess
internal import SystemPackage

/// Runs programs of others: in process groups of their own, with a time limit, gone when this program is.
enum Tool {
    /// Kept of what a program says.
    private static let mostOutput = 1 << 20

    /// - Parameter largestFile: bytes that a file it writes may have.
    /// - Returns: what it wrote, as far as that is kept.
    /// - Throws: ``AdaptationError`` if it cannot be run, fails, or takes longer than `limit`; `CancellationError`. It has
    ///   ended then.
    @discardableResult
    static func run(
        _ program: String, _ arguments: [String], within limit: Duration, largestFile: Int? = nil
    ) async throws -> String {
        let name = String(program.split(separator: "/").last ?? "")
        var options = PlatformOptions()
        // Of its own, so that Ctrl-C reaches only us.
        options.processGroupID = 0
        options.teardownSequence = []
        return try await withThrowingTaskGroup(of: String.self) { group in
            group.addTask { [options] in
                // Ends with this process, even when that is killed.
                let bounds = ["--core=0"] + (largestFile.map { ["--fsize=\($0)"] } ?? [])
                let bounded = bounds + ["setpriv", "--pdeathsig", "KILL", program] + arguments
                let result = try await Subprocess.run(
                    .name("prlimit"), arguments: Arguments(bounded), platformOptions: options, input: .none,
                    output: .sequence, error: .combinedWithOutput
                ) { execution in
                    var kept: [UInt8] = []
                    for try await buffer in execution.standardOutput {
                        buffer.withUnsafeBytes { kept += $0 }
                        if kept.count > mostOutput { kept.removeFirst(kept.count - mostOutput / 2) }
                    }
                    return kept
                }
                let text = String(decoding: result.closureResult, as: UTF8.self)
                guard result.terminationStatus.isSuccess else {
                    throw AdaptationError(
                        .failed, "\(name) failed: \(complaint(in: text) ?? "\(result.terminationStatus)")",
                        hint: "nothing was changed")
                }
                return text
            }
            group.addTask {
                try await Task.sleep(for: limit)
                throw AdaptationError(
                    .timedOut, "\(name) did not end within \(limit)",
                    hint: "nothing was changed; try again with fewer recordings, or when the computer has less to do")
            }
            defer { group.cancelAll() }
            return try await group.next()!
        }
    }

    /// The last line that tells of something wrong.
    private static func complaint(in text: String) -> String? {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        return lines.last {
            $0.hasPrefix("ERROR") || $0.hasPrefix("FATAL") || $0.hasPrefix("tar:") || $0.contains("FAILED")
        }
            ?? lines.last { !$0.hasPrefix("INFO") && !$0.isEmpty }
    }
}

/// Does `work` for each item, at most `width` at a time.
///
/// - Returns: the results in the order of the items.
func concurrently<Item: Sendable, Value: Sendable>(
    _ items: [Item], width: Int, _ work: @escaping @Sendable (Item) async throws -> Value
) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
        var waiting = items.indices.makeIterator()
        var results = [Value?](repeating: nil, count: items.count)
        func start(_ index: Int) {
            let item = items[index]
            group.addTask { (index, try await work(item)) }
        }
        for _ in 0..<max(1, width) { if let index = waiting.next() { start(index) } }
        while let (index, value) = try await group.next() {
            results[index] = value
            if let next = waiting.next() { start(next) }
        }
        return results.compactMap { $0 }
    }
}
