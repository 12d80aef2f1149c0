internal import CSndFile
internal import Glibc

/// Sole owner of one file that libsndfile has open for reading.
///
/// `@unchecked Sendable` because the only pointer to the library's object moves with this value.
struct SoundFileHandle: ~Copyable, @unchecked Sendable {
    private let raw: OpaquePointer
    let path: String
    let sampleRate: Int
    let channels: Int
    /// Frames in the file; `nil` when it cannot know, as for a pipe.
    let frames: Int?

    /// Opens `path`, or standard input for `-`. The C function is `sf_open_fd`.
    init(path: String) throws(SoundFileError) {
        let descriptor = try Self.open(path)
        var info = SF_INFO()
        // From here on the descriptor is libsndfile's: it closes it even when it fails.
        guard let raw = sf_open_fd(descriptor, CInt(SFM_READ), &info, 1) else {
            let reason = String(cString: sf_strerror(nil))
            throw SoundFileError(.notAudio, path, reason: "it is not a sound file that can be recognised (\(reason))")
        }
        do throws(SoundFileError) {
            try Self.check(info, path)
        } catch {
            sf_close(raw)
            throw error
        }
        self.raw = raw
        self.path = path
        sampleRate = Int(info.samplerate)
        channels = Int(info.channels)
        frames = info.seekable != 0 && info.frames < sf_count_t.max ? Int(info.frames) : nil
    }

    deinit {
        sf_close(raw)
    }

    /// Reads up to `count` frames of `channels` interleaved samples from -1 to 1. The C function is `sf_readf_float`.
    ///
    /// - Returns: frames read; 0 at the end.
    mutating func read(into buffer: inout [Float], count: Int) throws(SoundFileError) -> Int {
        let got = sf_readf_float(raw, &buffer, sf_count_t(count))
        guard sf_error(raw) == 0 else {
            throw SoundFileError(.unreadable, path, reason: "it is damaged (\(String(cString: sf_strerror(raw))))")
        }
        return Int(got)
    }

    private static func open(_ path: String) throws(SoundFileError) -> CInt {
        // A copy of its own, since libsndfile will close it.
        let descriptor = path == "-" ? dup(STDIN_FILENO) : Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SoundFileError(opening: path, errno: errno) }
        do throws(SoundFileError) {
            try checkFile(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    private static func checkFile(_ descriptor: CInt, _ path: String) throws(SoundFileError) {
        var status = stat()
        fstat(descriptor, &status)
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw SoundFileError(.folder, path, reason: "it is a folder")
        case S_IFIFO, S_IFSOCK: return
        default: throw SoundFileError(.device, path, reason: "it is a device, not a file")
        }
        guard status.st_size > 0 else { throw SoundFileError(.empty, path, reason: "it is empty (0 bytes)") }
        guard let promise = WAVPromise(descriptor: descriptor, fileSize: Int(status.st_size)), !promise.isKept else {
            return
        }
        let present = seconds(promise.presentBytes, per: promise.bytesPerSecond)
        let promised = seconds(promise.promisedBytes, per: promise.bytesPerSecond)
        throw SoundFileError(
            .cutOff, path,
            reason: "it is cut off: \(present) of sound are there, its header promises \(promised) "
                + "(\(promise.presentBytes) of \(promise.promisedBytes) bytes)")
    }

    private static func check(_ info: SF_INFO, _ path: String) throws(SoundFileError) {
        guard 1_000...768_000 ~= info.samplerate else {
            throw SoundFileError(.unsupported, path, reason: "it has \(info.samplerate) samples per second")
        }
        guard 1...64 ~= info.channels else {
            throw SoundFileError(.unsupported, path, reason: "it has \(info.channels) channels")
        }
        guard info.frames != 0 else { throw SoundFileError(.empty, path, reason: "it has no sound in it (0 samples)") }
    }

    /// For people, with two decimals.
    static func seconds(_ count: Int, per second: Int) -> String {
        guard second > 0 else { return "an unknown time" }
        let hundredths = Int((Double(count) / Double(second) * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
}
