public import CommandLanguage
public import LEDLink
public import SerialPort

/// A board that answers.
///
/// Having one means that the handshake is done. A thread of its own waits for the port; callers, on any task or
/// thread, only leave their commands with it. Commands are carried out one after the other, in the order in which they
/// come. Dropping the connection closes it.
public final class BoardConnection: Sendable {
    /// What the board said about itself when the connection was opened.
    public let description: BoardDescription
    public let path: String
    public let baud: BaudRate

    /// What the board does without being told. For one consumer, who may be slow: the newest 256 are kept.
    /// Ends when the connection does.
    public let events: AsyncStream<BoardEvent>

    private let mailbox: Mailbox
    private let thread: WorkerThread
    private let firstPicture: BoardPicture

    /// The lights as far as is known: true after every acknowledged command and every notification.
    public var picture: BoardPicture { mailbox.picture ?? firstPicture }

    /// Opens the port and waits until the board answers.
    ///
    /// Opening resets most boards; they take one to two seconds to answer. Cancelling the task gives up at once.
    ///
    /// - Parameters:
    ///   - path: a serial port, such as `/dev/ttyACM0`.
    ///   - answerWithin: how long the board may take to start.
    ///   - absence: what happens while the port is gone.
    /// - Throws: ``BoardError`` of kind `port`, `silent`, `garbage`, `wrongProtocol`, `noAnswer`, `unplugged` or
    ///   `closed` (cancelled); the port is free again then.
    public static func open(
        path: String, baud: BaudRate = .firmware, answerWithin: Duration = .seconds(4),
        absence: AbsencePolicy = AbsencePolicy()
    ) async throws(BoardError) -> BoardConnection {
        let mailbox: Mailbox
        do throws(SerialError) {
            mailbox = Mailbox(wakeUp: try WakeUp())
        } catch {
            throw BoardError(error, path: path, baud: baud)
        }
        let (events, eventSink) = AsyncStream.makeStream(of: BoardEvent.self, bufferingPolicy: .bufferingNewest(256))
        let timing = LinkTiming(baud: baud.rawValue, answerWithin: answerWithin)

        var thread: WorkerThread?
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (opening: ConnectionLoop.Opening) in
                thread = WorkerThread {
                    var loop = ConnectionLoop(
                        path: path, baud: baud, timing: timing, absence: absence, mailbox: mailbox, events: eventSink,
                        opening: opening)
                    loop.run()
                }
                guard thread == nil else { return }
                opening.resume(returning: .failure(BoardError(.noThread, path: path, baud: baud)))
            }
        } onCancel: {
            mailbox.close()
        }
        guard let thread else { throw BoardError(.noThread, path: path, baud: baud) }
        do throws(BoardError) {
            let picture = try result.get()
            return BoardConnection(picture, path: path, baud: baud, events: events, mailbox: mailbox, thread: thread)
        } catch {
            thread.join()
            throw error
        }
    }

    private init(
        _ picture: BoardPicture, path: String, baud: BaudRate, events: AsyncStream<BoardEvent>, mailbox: Mailbox,
        thread: WorkerThread
    ) {
        description = picture.board
        firstPicture = picture
        self.path = path
        self.baud = baud
        self.events = events
        self.mailbox = mailbox
        self.thread = thread
    }

    deinit {
        close()
    }

    /// Has the board carry out `command`, and waits for its acknowledgement.
    ///
    /// A toggle or a change of brightness is resolved from ``picture`` when its turn comes, and may take several
    /// commands on the wire. Ends within seconds, whatever the board does; cancelling the task does not recall it.
    ///
    /// While the port is gone a command waits for ``AbsencePolicy/patience`` and is then carried out, or fails as
    /// `away`. ON or OFF takes the place of an ON or OFF for the same target that waits already.
    ///
    /// - Returns: one receipt for each command that was sent.
    /// - Throws: ``BoardError`` of kind `impossible`, `refused`, `noAnswer`, `restarting`, `silent`, `garbage`,
    ///   `away`, `superseded` or `closed`.
    public func carryOut(_ command: Command) async throws(BoardError) -> [Receipt] {
        let result = await withCheckedContinuation { outcome in
            mailbox.put(Mailbox.Order(command: command, outcome: outcome))
        }
        return try result.get()
    }

    /// Ends the connection; commands that wait fail with `closed`. May be called any number of times.
    ///
    /// When it returns the port is free. That takes a millisecond or two: nothing that the thread does waits longer
    /// once it is asked to end, except that a driver which takes no bytes may hold it up for a second.
    public func close() {
        mailbox.close()
        thread.join()
    }
}

extension BaudRate {
    /// The speed that the sketches use on USB; `USB_BAUD` in `VoiceLedLink.h` is the same number.
    public static let firmware = BaudRate.b115200
}
