import RealtimeQueue
import Testing

@Suite("Handoff")
struct HandoffTests {
    @Test("gives its value once")
    func once() {
        let box = Handoff(7)
        #expect(box.take() == 7)
        #expect(box.take() == nil)
    }
}
