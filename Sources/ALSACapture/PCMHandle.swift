internal import CALSA

/// Sole owner of one open ALSA capture device.
///
/// The device is closed when the value goes out of scope, on every path.
///
/// `@unchecked Sendable` because the only pointer to the device moves with this value: one thread has it at a time.
struct PCMHandle: ~Copyable, @unchecked Sendable {
    /// Borrowed by the calls in this target; never stored elsewhere.
    let raw: OpaquePointer

    /// The name it was opened by.
    let device: String

    /// Opens `device` for capture, without ever blocking. The C function is `snd_pcm_open`.
    ///
    /// - Throws: ``ALSAError`` of kind `busy`, `notFound`, `denied` or `noServer` for the cases a user can do something
    ///   about, `other` for the rest.
    init(capturing device: String) throws(ALSAError) {
        calsa_capture_messages()
        calsa_clear_message()
        var opened: OpaquePointer?
        let status = snd_pcm_open(&opened, device, SND_PCM_STREAM_CAPTURE, CInt(SND_PCM_NONBLOCK))
        guard status >= 0, let opened else {
            throw ALSAError(status, during: "snd_pcm_open", on: device)
        }
        raw = opened
        self.device = device
    }

    deinit {
        snd_pcm_close(raw)
    }
}
