import Foundation
import Glibc
import RecognizerServer
import Testing

/// A running `voiceled-recognizer`, killed with this value.
final class RecognizerProcess {
    let stream: EventStream
    private let process = Process()
    private let errors = Pipe()
    private var lines = Data()

    init(
        _ arguments: [String] = [], program: String = "voiceled-recognizer", environment: [String: String] = [:]
    ) throws {
        _ = Glibc.signal(SIGPIPE, SIG_IGN)
        let requests = Pipe()
        let answers = Pipe()
        process.executableURL = Self.programs.appending(path: program)
        process.arguments = arguments
        // A crash's backtrace would bury what the decoder said.
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
            .merging(environment) { $1 }
        process.standardInput = requests
        process.standardOutput = answers
        process.standardError = errors
        try process.run()
        stream = EventStream(
            input: fcntl(answers.fileHandleForReading.fileDescriptor, F_DUPFD_CLOEXEC, 3),
            output: fcntl(requests.fileHandleForWriting.fileDescriptor, F_DUPFD_CLOEXEC, 3))
        try requests.fileHandleForWriting.close()
        try answers.fileHandleForReading.close()
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    var identifier: Int32 { process.processIdentifier }

    func signal(_ number: Int32) { kill(identifier, number) }

    /// Waits for the end. - Returns: the exit status, or minus the signal that killed it.
    func ended() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// Everything on standard error, once the process has ended.
    func remainingErrors() -> String {
        lines += errors.fileHandleForReading.readDataToEndOfFile()
        return String(decoding: lines, as: UTF8.self)
    }

    /// Where it says that clients can connect.
    func address() throws -> ServerAddress {
        let prefix = "voiceled-recognizer: listening at "
        while true {
            if let end = lines.firstIndex(of: 10) {
                let line = String(decoding: lines[..<end], as: UTF8.self)
                lines.removeSubrange(...end)
                if line.hasPrefix(prefix) { return try #require(ServerAddress(String(line.dropFirst(prefix.count)))) }
            } else {
                let more = errors.fileHandleForReading.availableData
                guard !more.isEmpty else { throw EventStream.Failure(description: "it ended: \(remainingErrors())") }
                lines += more
            }
        }
    }

    /// Memory of its own that is in use, in bytes.
    func memory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
        return try #require(Int(line.filter(\.isNumber))) * 1_024
    }

    static let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
}
