public import CommandLanguage
public import LEDLink

/// The far end of the wire as the firmware does it, in a few lines: frames are answered, a number seen last is answered
/// again and not obeyed again, anything damaged is met with silence.
public struct ModelBoard: Sendable {
    public private(set) var picture = Boards.dark()
    /// Every command that was carried out, in order.
    public private(set) var obeyed: [Command] = []
    /// Every frame that arrived whole, in order.
    public private(set) var frames: [Frame] = []
    private var assembler = LineAssembler()
    private var last: (frame: Frame, reply: Reply)?

    /// Whether it says in its answer to HELLO that it takes a second checksum, as boards of today do.
    public var announcesSecondChecksum = true

    /// The lines to say instead of the firmware's answer.
    public var answer: (@Sendable (Frame) -> [String])?

    /// What it restarts upon, once, instead of obeying: a command that arrives as the supply breaks down.
    public var restartsOn: String?

    public init() {}

    /// - Returns: the lines that the board says to this byte.
    public mutating func receive(_ byte: UInt8) -> [String] {
        guard let line = assembler.append(byte), let frame = Frame(line: line) else { return [] }
        frames.append(frame)
        if frame.body == restartsOn { return [reset()] }
        if let answer { return answer(frame) }
        if let last, last.frame == frame { return [last.reply.line] }
        let reply = Reply(sequence: frame.sequence, verdict: verdict(on: frame.body))
        let isQuestion = frame.body == "HELLO" || frame.body == "STATUS"
        last = isQuestion ? nil : (frame, reply)
        return [reply.line]
    }

    /// Starts anew, as after a press on the reset button.
    public mutating func reset() -> String {
        let (answer, announcesSecondChecksum) = (answer, announcesSecondChecksum)
        let (obeyed, frames) = (obeyed, frames)
        self = ModelBoard()
        (self.answer, self.obeyed, self.frames) = (answer, obeyed, frames)
        self.announcesSecondChecksum = announcesSecondChecksum
        return Notification.ready(sketch: "voice_to_led", protocolVersion: 1).line
    }

    /// Somebody's phone changes something.
    public mutating func phone(_ command: Command) -> String {
        picture.apply(command, by: .bluetooth)
        return Notification.changed(command, by: .bluetooth).line
    }

    private mutating func verdict(on body: String) -> Reply.Verdict {
        switch body {
        case "HELLO": return .ok("voice_to_led 1 3 1:L 2:L 3:L L:LC\(announcesSecondChecksum ? " +CRC2" : "")")
        case "STATUS": return .ok(picture.board.names.map(token).joined(separator: " "))
        default:
            guard let command = WireCommand(parsing: body)?.command else { return .refused("unknown") }
            picture.apply(command, by: .usb)
            obeyed.append(command)
            return .ok("")
        }
    }

    private func token(_ name: LEDName) -> String {
        guard let state = picture[name] else { return "" }
        var token = if case .led(let number) = name { "\(number)" } else { "L" }
        token += state.isOn ? "+" : "-"
        if state.level != 100 { token += "\(state.level)" }
        if state.blink != 0 { token += "~\(state.blink)" }
        if let origin = state.origin { token += origin.letter }
        if let color = state.color { token += "/\(color.hex)" }
        return token
    }
}
