import Glibc
import RealtimeQueue

/// A child of this program, with pipes to its standard input and from its output. Killed when the value goes away.
///
/// Made by `posix_spawn` itself: what a process costs is to be measured, and not what a library adds.
struct SpawnedProgram: ~Copyable {
    let identifier: pid_t
    private let input: CInt
    private let output: CInt
    private var received: [UInt8] = []

    /// - Throws: ``IsolationError`` when the program cannot be started.
    init(_ path: String, _ arguments: [String]) throws(IsolationError) {
        var (toChild, fromChild): ([CInt], [CInt]) = ([-1, -1], [-1, -1])
        guard pipe(&toChild) == 0 else { throw .cannotStart(path, errno) }
        guard pipe(&fromChild) == 0 else {
            let reason = errno
            for end in toChild { close(end) }
            throw .cannotStart(path, reason)
        }
        for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        // Nobody reads the backtrace, and making it takes longer than the next start.
        var surroundings: [UnsafeMutablePointer<CChar>?] = [strdup("SWIFT_BACKTRACE=enable=no")]
        var next = environ
        while let variable = next.pointee {
            if strncmp(variable, "SWIFT_BACKTRACE=", 16) != 0 { surroundings.append(strdup(variable)) }
            next += 1
        }
        surroundings.append(nil)
        defer { for word in words + surroundings { free(word) } }
        var child = pid_t()
        let status = posix_spawnp(&child, path, &actions, nil, &words, &surroundings)
        close(toChild[0])
        close(fromChild[1])
        guard status == 0 else {
            close(toChild[1])
            close(fromChild[0])
            throw .cannotStart(path, status)
        }
        identifier = child
        input = toChild[1]
        output = fromChild[0]
    }

    deinit {
        kill(identifier, SIGKILL)
        while waitpid(identifier, nil, 0) < 0, errno == EINTR {}
        close(input)
        close(output)
    }

    /// Writes all of `bytes`; what a dead program does not take is nobody's loss.
    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count {
                let count = Glibc.write(input, buffer.baseAddress! + start, buffer.count - start)
                if count > 0 { start += count } else if errno != EINTR { return }
            }
        }
    }

    func write(line: String) { write(Array("\(line)\n".utf8)) }

    /// The next line that it prints, without its newline; `nil` when none comes before `moment` or ever.
    mutating func line(before moment: HostTime) -> String? {
        while true {
            if let end = received.firstIndex(of: 0x0A) {
                let line = String(decoding: received[..<end], as: UTF8.self)
                received.removeSubrange(...end)
                return line
            }
            let left = (moment - .now).milliseconds
            var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let status = poll(&request, 1, CInt(max(0, left.rounded(.up))))
            if status < 0, errno == EINTR { continue }
            guard status > 0 else { return nil }
            var piece = [UInt8](repeating: 0, count: 4_096)
            let count = read(output, &piece, piece.count)
            guard count > 0 else { return nil }
            received += piece[..<count]
        }
    }
}
