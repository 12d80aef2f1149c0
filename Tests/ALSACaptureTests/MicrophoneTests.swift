import ALSACapture
import Testing

@Suite("Microphone")
struct MicrophoneTests {
    init() { VirtualSoundCards.plugIn }

    @Test("is listed by its name and with what it is")
    func listed() {
        let player = Microphone.all().first { $0.name == VirtualSoundCards.player }
        #expect(player?.summary == "A recording, played again and again")
    }

    @Test("is not one of the converters that ALSA lists among its devices")
    func converters() {
        let names = Microphone.all().map(\.name)
        #expect(!names.contains("null"))
        #expect(!names.contains("lavrate"))
        #expect(names.allSatisfy { !$0.contains(":") || $0.hasPrefix("hw:") })
    }
}
