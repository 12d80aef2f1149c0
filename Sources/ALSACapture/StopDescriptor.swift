internal import CALSA
internal import Glibc

/// A descriptor that becomes readable, and stays so, when a thread that sits in `poll` shall stop.
///
/// The C function is `eventfd`.
final class StopDescriptor: Sendable {
    let raw: CInt

    /// - Parameter device: only named in the error.
    init(for device: String) throws(ALSAError) {
        let descriptor = eventfd(0, CInt(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { throw ALSAError(-errno, during: "eventfd", on: device, kind: .other) }
        raw = descriptor
    }

    deinit {
        close(raw)
    }

    /// Any thread.
    func stop() {
        _ = eventfd_write(raw, 1)
    }
}
