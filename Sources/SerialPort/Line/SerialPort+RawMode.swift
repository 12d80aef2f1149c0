internal import Glibc

extension SerialPort {
    /// Sets raw mode, 8N1 and the speed.
    ///
    /// - Returns: the settings to put back at the end: those the line had, except for HUPCL. With HUPCL, closing lowers
    ///   DTR, and the next opening raises it and resets the board. Without, a second `voiceled send` finds the lights
    ///   as the first left them.
    static func makeRaw(_ descriptor: CInt, _ baud: BaudRate, _ path: String) throws(SerialError) -> termios {
        var saved = termios()
        guard tcgetattr(descriptor, &saved) == 0 else { throw failure(errno, baud, path) }
        saved.c_cflag &= ~tcflag_t(HUPCL)

        var raw = saved
        cfmakeraw(&raw)
        raw.c_cflag &= ~(tcflag_t(CSTOPB) | tcflag_t(CRTSCTS))
        raw.c_cflag |= tcflag_t(CREAD | CLOCAL)
        guard cfsetspeed(&raw, baud.code) == 0, tcsetattr(descriptor, TCSAFLUSH, &raw) == 0 else {
            throw failure(errno, baud, path)
        }

        // tcsetattr succeeds if it could apply any one of the settings, so look.
        var applied = termios()
        guard tcgetattr(descriptor, &applied) == 0 else { throw failure(errno, baud, path) }
        let cooked = tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        let framing = tcflag_t(CSIZE | PARENB | CSTOPB) | tcflag_t(CRTSCTS)
        guard applied.c_lflag & cooked == 0, applied.c_oflag & tcflag_t(OPOST) == 0,
            applied.c_iflag & tcflag_t(IXON | ICRNL | ISTRIP) == 0,
            applied.c_cflag & framing == raw.c_cflag & framing,
            cfgetospeed(&applied) == baud.code, cfgetispeed(&applied) == baud.code
        else { throw failure(EINVAL, baud, path) }
        return saved
    }

    private static func failure(_ code: Int32, _ baud: BaudRate, _ path: String) -> SerialError {
        SerialError(code, .configure, path, .init(baud: baud))
    }
}
