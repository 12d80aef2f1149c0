import CommandLanguage
import TerminalView
import Testing

@Suite("LEDPanel")
struct LEDPanelTests {
    private let lights = [
        Light(name: "LED1", isOn: true),
        Light(name: "LED2"),
        Light(name: "LED3", isOn: true, level: 40),
        Light(name: "LAMP", isOn: true, color: RGB(hex: "ff8000")),
    ]

    @Test("says in words what each light does")
    func words() {
        #expect(LEDPanel(style: .words).line(lights) == "LED1 on  LED2 off  LED3 on 40 %  LAMP on #ff8000")
    }

    @Test("draws each light in its colour, a dark one as a ring")
    func dots() {
        let expected = [
            "LED1 \u{1B}[38;2;255;160;0m●\u{1B}[0m      ",
            "LED2 \u{1B}[2m○\u{1B}[0m      ",
            "LED3 \u{1B}[38;2;102;64;0m●\u{1B}[0m 40 % ",
            "LAMP \u{1B}[38;2;255;128;0m●\u{1B}[0m      ",
        ]
        #expect(LEDPanel(style: .dots).line(lights) == expected.joined(separator: "  "))
    }

    @Test("keeps the width of its line whatever the level", arguments: [0, 1, 9, 10, 99, 100])
    func width(level: Int) {
        let panel = LEDPanel(style: .dots)
        let lit = visibleWidth(panel.line([Light(name: "LED1", isOn: true, level: level)]))
        #expect(lit == visibleWidth(panel.line([Light(name: "LED1")])))
    }

    @Test("lifts a faint colour until it can be seen, without changing its hue")
    func faint() {
        let line = LEDPanel(style: .dots).line([Light(name: "LAMP", isOn: true, level: 4, color: RGB(hex: "0a0500"))])
        #expect(line.contains("\u{1B}[38;2;96;48;0m"))
    }

    @Test("draws dots only on a terminal that wants colours")
    func style() {
        #expect(style(isTerminal: true) == .dots)
        #expect(style(isTerminal: false) == .words)
        #expect(style(isTerminal: true, ["NO_COLOR": "1"]) == .words)
        #expect(style(isTerminal: true, ["NO_COLOR": ""]) == .dots)
        #expect(style(isTerminal: true, ["TERM": "dumb"]) == .words)
    }

    private func style(isTerminal: Bool, _ environment: [String: String] = ["TERM": "xterm"]) -> LEDPanel.Style {
        LEDPanel.Style(isTerminal: isTerminal) { environment[$0] }
    }

    private func visibleWidth(_ line: String) -> Int {
        var width = 0
        var isEscape = false
        for character in line {
            if character == "\u{1B}" { isEscape = true }
            if !isEscape { width += 1 }
            if isEscape, character == "m" { isEscape = false }
        }
        return width
    }
}
