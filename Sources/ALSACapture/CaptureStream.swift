internal import Audio
internal import CALSA
internal import Glibc

/// A configured, running capture device: 16-bit mono samples at 16 kHz.
///
/// Having a value of this type means that the device accepted the settings and was started.
struct CaptureStream: ~Copyable, Sendable {
    private let pcm: PCMHandle

    let samplesPerPeriod: Int

    /// What was agreed, for people.
    let negotiated: String

    /// Opens, configures and starts the device that `settings` name.
    ///
    /// A device that cannot deliver 16 kHz mono by itself is opened once more through ALSA's `plug`, which converts.
    ///
    /// - Throws: ``ALSAError``; nothing stays open then.
    init(_ settings: CaptureSettings) throws(ALSAError) {
        switch try Self.negotiate(settings.device, settings) {
        case .agreed(let pcm, let parameters):
            try self.init(starting: pcm, parameters, note: "")
        case .refused(let refusal):
            switch try Self.negotiate("plug:'\(settings.device)'", settings) {
            case .agreed(let pcm, let parameters):
                try self.init(starting: pcm, parameters, note: ", converted by ALSA from \(refusal.offer)")
            case .refused(let last):
                throw ALSAError(
                    last.status, during: last.operation, on: settings.device, kind: .unsuitable,
                    reason: "it cannot deliver 16000 Hz mono, only \(refusal.offer)")
            }
        }
    }

    private init(
        starting pcm: consuming PCMHandle, _ parameters: HardwareParameters, note: String
    ) throws(ALSAError) {
        for (status, operation) in [
            (snd_pcm_prepare(pcm.raw), "snd_pcm_prepare"), (snd_pcm_start(pcm.raw), "snd_pcm_start"),
        ]
        where status < 0 {
            throw ALSAError(status, during: operation, on: pcm.device)
        }
        samplesPerPeriod = parameters.samplesPerPeriod
        let milliseconds = { (samples: Int) in "\(samples * 1_000 / AudioFormat.sampleRate) ms" }
        negotiated =
            "16000 Hz mono, periods of \(milliseconds(samplesPerPeriod)), "
            + "a buffer of \(milliseconds(parameters.samplesInBuffer))\(note)"
        self.pcm = pcm
    }

    private enum Negotiation: ~Copyable {
        case agreed(PCMHandle, HardwareParameters)
        case refused(HardwareParameters.Refusal)
    }

    private static func negotiate(_ device: String, _ settings: CaptureSettings) throws(ALSAError) -> Negotiation {
        let pcm = try PCMHandle(capturing: device)
        do throws(HardwareParameters.Refusal) {
            let parameters = try HardwareParameters(
                negotiatedWith: pcm, sampleRate: AudioFormat.sampleRate, settings: settings)
            return .agreed(pcm, parameters)
        } catch {
            return .refused(error)
        }
    }
}

/// What the capture thread does. Nothing here allocates or locks.
extension CaptureStream {
    /// What became of one call.
    enum Progress {
        /// This many samples came in.
        case samples(Int)
        /// Nothing yet.
        case nothing
        /// The device lost sound and runs again.
        case overrun
        case failed(status: CInt, operation: StaticString)
    }

    var device: String { pcm.device }

    /// How many descriptors ``descriptors(into:)`` fills in.
    var descriptorCount: Int { max(0, Int(snd_pcm_poll_descriptors_count(pcm.raw))) }

    /// Fills the beginning of `requests` with what `poll` shall wait for. The C function is `snd_pcm_poll_descriptors`.
    func descriptors(into requests: UnsafeMutableBufferPointer<pollfd>) {
        snd_pcm_poll_descriptors(pcm.raw, requests.baseAddress, UInt32(descriptorCount))
    }

    /// Reads what there is, at most `samples.count`. The C functions are `snd_pcm_poll_descriptors_revents` and
    /// `snd_pcm_readi`.
    ///
    /// - Parameter requests: what `poll` answered to ``descriptors(into:)``.
    func progress(
        _ requests: UnsafeMutableBufferPointer<pollfd>, into samples: UnsafeMutableBufferPointer<Int16>
    ) -> Progress {
        var events: UInt16 = 0
        // Devices made of software use their descriptors in ways of their own, and must be asked what an answer means.
        let asked = snd_pcm_poll_descriptors_revents(
            pcm.raw, requests.baseAddress, UInt32(descriptorCount), &events)
        guard asked >= 0 else { return .failed(status: asked, operation: "snd_pcm_poll_descriptors_revents") }
        guard events != 0 else { return .nothing }
        let got = snd_pcm_readi(pcm.raw, samples.baseAddress, snd_pcm_uframes_t(samples.count))
        switch CInt(clamping: got) {
        case 1...: return .samples(got)
        case 0, -EAGAIN, -EINTR: return .nothing
        case -EPIPE: return restart()
        case -ESTRPIPE: return resume()
        case let status: return .failed(status: status, operation: "snd_pcm_readi")
        }
    }

    /// Samples that were captured and not yet read: how old the newest sample read is. The C function is
    /// `snd_pcm_delay`.
    func unreadSamples() -> Int {
        var delay: snd_pcm_sframes_t = 0
        return snd_pcm_delay(pcm.raw, &delay) == 0 ? max(0, delay) : 0
    }

    /// After an overrun.
    private func restart() -> Progress {
        let prepared = snd_pcm_prepare(pcm.raw)
        guard prepared >= 0 else { return .failed(status: prepared, operation: "snd_pcm_prepare") }
        let started = snd_pcm_start(pcm.raw)
        return started >= 0 ? .overrun : .failed(status: started, operation: "snd_pcm_start")
    }

    /// After the computer slept. The C function is `snd_pcm_resume`.
    private func resume() -> Progress {
        let status = snd_pcm_resume(pcm.raw)
        // The hardware is not back yet: the next poll will come here again.
        if status == -EAGAIN { return .nothing }
        return status >= 0 ? .overrun : restart()
    }
}
