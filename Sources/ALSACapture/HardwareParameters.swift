internal import CALSA
internal import Glibc

/// The settings that a device and we agree on: 16-bit mono at 16 kHz, in periods.
struct HardwareParameters {
    /// What the device delivers at a time, and what it holds at most, in samples.
    let samplesPerPeriod: Int
    let samplesInBuffer: Int

    /// Settings that `pcm` cannot take.
    struct Refusal: Error {
        let status: CInt
        let operation: String
        /// What it would take instead, for people: "44100 to 48000 Hz, 2 channels".
        let offer: String
    }

    /// Agrees on the settings with `pcm`. The C function is `snd_pcm_hw_params`.
    init(negotiatedWith pcm: borrowing PCMHandle, sampleRate: Int, settings: CaptureSettings) throws(Refusal) {
        var allocated: OpaquePointer?
        snd_pcm_hw_params_malloc(&allocated)
        guard let parameters = allocated else {
            throw Refusal(status: -ENOMEM, operation: "snd_pcm_hw_params_malloc", offer: "")
        }
        defer { snd_pcm_hw_params_free(parameters) }

        let raw = pcm.raw
        func check(_ status: CInt, _ operation: String) throws(Refusal) {
            guard status < 0 else { return }
            throw Refusal(status: status, operation: operation, offer: Self.offer(of: raw))
        }
        var period = UInt32(clamping: settings.period.microseconds)
        var buffer = UInt32(clamping: settings.buffer.microseconds)
        try check(snd_pcm_hw_params_any(raw, parameters), "snd_pcm_hw_params_any")
        try check(
            snd_pcm_hw_params_set_access(raw, parameters, SND_PCM_ACCESS_RW_INTERLEAVED), "snd_pcm_hw_params_set_access"
        )
        try check(snd_pcm_hw_params_set_format(raw, parameters, SND_PCM_FORMAT_S16), "snd_pcm_hw_params_set_format")
        try check(snd_pcm_hw_params_set_channels(raw, parameters, 1), "snd_pcm_hw_params_set_channels")
        try check(snd_pcm_hw_params_set_rate(raw, parameters, UInt32(sampleRate), 0), "snd_pcm_hw_params_set_rate")
        try check(
            snd_pcm_hw_params_set_buffer_time_near(raw, parameters, &buffer, nil),
            "snd_pcm_hw_params_set_buffer_time_near")
        try check(
            snd_pcm_hw_params_set_period_time_near(raw, parameters, &period, nil),
            "snd_pcm_hw_params_set_period_time_near")
        try check(snd_pcm_hw_params(raw, parameters), "snd_pcm_hw_params")

        var periodSize: snd_pcm_uframes_t = 0
        var bufferSize: snd_pcm_uframes_t = 0
        snd_pcm_hw_params_get_period_size(parameters, &periodSize, nil)
        snd_pcm_hw_params_get_buffer_size(parameters, &bufferSize)
        samplesPerPeriod = max(1, Int(clamping: periodSize))
        samplesInBuffer = Int(clamping: bufferSize)
        try check(Self.wakeEachPeriod(raw, periodSize), "snd_pcm_sw_params")
    }

    /// Makes `poll` return once per period, and the device start only when told to. The C function is
    /// `snd_pcm_sw_params`.
    private static func wakeEachPeriod(_ raw: OpaquePointer, _ periodSize: snd_pcm_uframes_t) -> CInt {
        var allocated: OpaquePointer?
        snd_pcm_sw_params_malloc(&allocated)
        guard let parameters = allocated else { return -ENOMEM }
        defer { snd_pcm_sw_params_free(parameters) }
        var boundary: snd_pcm_uframes_t = 0
        snd_pcm_sw_params_current(raw, parameters)
        snd_pcm_sw_params_get_boundary(parameters, &boundary)
        snd_pcm_sw_params_set_avail_min(raw, parameters, periodSize)
        snd_pcm_sw_params_set_start_threshold(raw, parameters, boundary)
        return snd_pcm_sw_params(raw, parameters)
    }

    /// What the device can do by itself.
    private static func offer(of raw: OpaquePointer) -> String {
        var allocated: OpaquePointer?
        snd_pcm_hw_params_malloc(&allocated)
        guard let parameters = allocated else { return "" }
        defer { snd_pcm_hw_params_free(parameters) }
        guard snd_pcm_hw_params_any(raw, parameters) >= 0 else { return "" }
        var rates: (UInt32, UInt32) = (0, 0)
        var channels: (UInt32, UInt32) = (0, 0)
        snd_pcm_hw_params_get_rate_min(parameters, &rates.0, nil)
        snd_pcm_hw_params_get_rate_max(parameters, &rates.1, nil)
        snd_pcm_hw_params_get_channels_min(parameters, &channels.0)
        snd_pcm_hw_params_get_channels_max(parameters, &channels.1)
        var offer = "\(span(rates)) Hz, \(span(channels)) channels"
        if snd_pcm_hw_params_test_format(raw, parameters, SND_PCM_FORMAT_S16) < 0 { offer += ", not 16 bits" }
        return offer
    }

    private static func span(_ range: (UInt32, UInt32)) -> String {
        range.0 == range.1 ? "\(range.0)" : "\(range.0) to \(range.1)"
    }
}

extension Duration {
    var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
