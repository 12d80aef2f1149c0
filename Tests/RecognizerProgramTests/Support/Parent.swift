import Foundation

/// A shell whose child is a recogniser, the leader of a process group of its own as every worker is.
final class Parent {
    /// The recogniser, which can be connected to; `nil` when it has not got that far.
    let child: Int32?
    private let shell = Process()
    private let input = Pipe()
    private let output = Pipe()

    init() throws {
        shell.executableURL = URL(filePath: "/bin/bash")
        let program = RecognizerProcess.programs.appending(path: "voiceled-recognizer").path
        shell.arguments = ["-mc", "\"$0\" --uri tcp://127.0.0.1:0 --parent $$ 2>&1 & echo $!; read", program]
        // What it reads never comes, so it stays until it is ended.
        shell.standardInput = input
        shell.standardOutput = output
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        var text = ""
        while !text.contains(": listening at ") || text.last != "\n" {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            text += String(decoding: more, as: UTF8.self)
        }
        child = text.split(separator: "\n").lazy.compactMap { Int32($0) }.first
    }

    deinit {
        end()
        if let child { kill(child, SIGKILL) }
    }

    /// Kills the shell. Other signals may be blocked in what a test starts.
    func end() {
        guard shell.isRunning else { return }
        kill(shell.processIdentifier, SIGKILL)
    }

    /// Stops the recogniser, and waits until all its threads stand: before that the kernel wakes nobody.
    func stopChild() throws {
        guard let child else { return }
        kill(child, SIGSTOP)
        let threads = "/proc/\(child)/task"
        while try FileManager.default.contentsOfDirectory(atPath: threads).contains(where: { thread in
            try !String(contentsOfFile: "\(threads)/\(thread)/stat", encoding: .utf8).contains(") T ")
        }) { sched_yield() }
    }

    /// What is printed until the recogniser has ended, too.
    func remainingOutput() -> String {
        String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
