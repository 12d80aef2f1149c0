import Glibc
import RealtimeQueue
import VocabularyFiles

/// Tells when one of some files was written or replaced, and has then been left alone for a moment.
///
/// The folders are watched, not the files: many editors write a new file and rename it, after which the old one, and
/// whoever watches it, is out of the game. A folder that disappears is looked for until it is back. The C functions are
/// `inotify_add_watch` and `poll`.
final class FileWatch: Sendable {
    /// One for each time that something changed; changes that nobody has looked at yet are one. For one reader.
    let changes: AsyncStream<Void>

    /// The writing end of a pipe; the thread ends when it is closed.
    private let life: CInt

    /// How long nothing must happen before a change is told, in milliseconds: saving may take several steps.
    private static let quiet: CInt = 100

    /// How often a folder that is gone is looked for, in milliseconds.
    private static let lookout: CInt = 500

    /// - Throws: ``VocabularyError`` if the system has no watch to give.
    init(files: [String]) throws(VocabularyError) {
        let inotify = inotify_init1(CInt(IN_CLOEXEC | IN_NONBLOCK))
        var pipe: [CInt] = [-1, -1]
        let hasPipe = Glibc.pipe(&pipe) == 0
        for end in pipe where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        life = pipe[1]
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.changes = changes
        guard inotify >= 0, hasPipe else {
            let reason = String(cString: strerror(errno))
            for descriptor in [inotify] + pipe where descriptor >= 0 { close(descriptor) }
            throw VocabularyError(
                .missing, "cannot watch the grammar for changes: \(reason)",
                hint: "end other programs that watch files, or raise fs.inotify.max_user_instances")
        }
        let stop = pipe[0]
        var folders = WatchedFolders(of: files, inotify: inotify)
        // Before this returns, so that no change after it is missed.
        folders.watch()
        let watched = folders
        let hasStarted = NamedThread.start("file watch") { _ in
            var folders = watched
            Self.run(&folders, stop: stop, tell: continuation)
            close(stop)
            close(inotify)
            continuation.finish()
        }
        if !hasStarted {
            close(stop)
            close(inotify)
            continuation.finish()
        }
    }

    deinit {
        close(life)
    }

    private static func run(_ folders: inout WatchedFolders, stop: CInt, tell: AsyncStream<Void>.Continuation) {
        var isTold = true
        while true {
            var descriptors = [
                pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
                pollfd(fd: folders.inotify, events: Int16(POLLIN), revents: 0),
            ]
            let patience = isTold ? (folders.isComplete ? -1 : lookout) : quiet
            let count = poll(&descriptors, 2, patience)
            if descriptors[0].revents != 0 { return }
            if count < 0, errno != EINTR { return }
            if folders.readEvents() || folders.watch() {
                isTold = false
            } else if count == 0, !isTold {
                isTold = true
                tell.yield()
            }
        }
    }
}
