import Supervision
import Testing

@Suite("ThreadPatience")
struct ThreadPatienceTests {
    private let patience = ThreadPatience(limit: .seconds(3))

    @Test("ends for a thread that waits for something that does not come")
    func waits() {
        #expect(!patience.isOver(watched: .seconds(3), computed: .milliseconds(10), queued: .zero))
        #expect(patience.isOver(watched: .seconds(3.25), computed: .milliseconds(10), queued: .milliseconds(20)))
    }

    @Test("ends for a thread that computes for ever, however little it gets to do")
    func computes() {
        #expect(patience.isOver(watched: .seconds(3.25), computed: .seconds(3.25), queued: .zero))
        #expect(patience.isOver(watched: .seconds(90), computed: .seconds(3.1), queued: .seconds(87)))
        #expect(patience.isOver(watched: .seconds(4), computed: .seconds(3.1), queued: nil))
    }

    @Test("lasts for a thread that gets no turn")
    func starves() {
        #expect(!patience.isOver(watched: .seconds(60), computed: .seconds(2), queued: .seconds(58)))
        // More than was watched: who watches was not given a turn either.
        #expect(!patience.isOver(watched: .seconds(4), computed: .seconds(1), queued: .seconds(40)))
    }

    @Test("is ten times as long where nobody counts the time in line")
    func unknown() {
        #expect(!patience.isOver(watched: .seconds(30), computed: .seconds(1), queued: nil))
        #expect(patience.isOver(watched: .seconds(30.25), computed: .seconds(1), queued: nil))
    }
}
