import ALSACapture
import RealtimeQueue
import Testing

@Suite("ALSAError")
struct ALSAErrorTests {
    init() { VirtualSoundCards.plugIn }

    @Test("names a device that ALSA does not know")
    func unknown() {
        let error = Self.error(opening: "nosuch")
        #expect(error?.kind == .notFound)
        #expect(
            error?.description
                == "microphone \"nosuch\": No such file or directory: Unknown PCM nosuch (snd_pcm_open returned -2)")
        #expect(error?.hint == "`voiceled mics` lists the microphones there are; name one with --mic")
    }

    @Test(
        "names a card that is not there, whichever status ALSA finds for it",
        arguments: ["hw:9", "hw:99", "plughw:9,0"])
    func missingCard(device: String) {
        let error = Self.error(opening: device)
        #expect(error?.kind == .notFound)
        #expect(error?.device == device)
        #expect(error?.operation == "snd_pcm_open")
    }

    @Test("takes any name without harm", arguments: ["", "'", "plug:'hw:9'", "hw:", "pair:{", "\u{1F3A4}"])
    func oddNames(device: String) {
        #expect(Self.error(opening: device) != nil)
    }

    private static func error(opening device: String) -> ALSAError? {
        #expect(throws: ALSAError.self) {
            let ring = SampleRing.make(capacity: 1_024)
            _ = try CaptureThread(CaptureSettings(device: device), into: ring.producer)
        }
    }
}
