import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The terminal in raw mode and on its alternate screen, for as long as `body` runs.
///
/// However the program ends or pauses (return, error, SIGTERM, SIGHUP, SIGINT, Ctrl-Z), the terminal is
/// as before.
enum TerminalSession {
  /// Milliseconds for which the rest of a key is waited for: a slow line sends it late.
  private static let patience: Int32 = 100
  /// Milliseconds for which a terminal may think about a question.
  private static let answerTime = 200

  static func isPossible() -> Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  static func run(_ body: () -> Void) {
    guard tcgetattr(STDIN_FILENO, &Screen.settings) == 0 else { return }
    Screen.raw = Screen.settings
    Screen.raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    Screen.raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    Screen.handleSignals()
    Screen.enter()
    body()
    Screen.leave()
  }

  /// Gives the terminal back and stops, as other programs do on Ctrl-Z, until the shell goes on with it.
  static func suspend() {
    // The whole group, as the terminal itself would: a shell waits for all of it.
    kill(0, SIGTSTP)
    // Where nobody could go on with it, the system does not stop it.
    Screen.enter()
  }

  /// Columns and rows of the window.
  static var size: (columns: Int, rows: Int) {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return (80, 24) }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// Waits for input; nil when the window has changed its size meanwhile, or the program was paused.
  static func keys(_ stream: inout KeyStream) -> [Key]? {
    let ready = wait(stream.isWaiting ? patience : -1)
    if ready == 0 { return stream.settle() }
    return ready > 0 ? taken(&stream) : nil
  }

  /// Asks the terminal for the color of its ground, and then what it is, which every terminal answers.
  /// - Returns: keys that came in between.
  static func askGround(_ stream: inout KeyStream) -> [Key] {
    send("\u{1B}]11;?\u{7}\u{1B}[c")
    var keys: [Key] = []
    let end = ContinuousClock.now + .milliseconds(answerTime)
    while !stream.hasAnswered {
      let left = (end - .now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0, wait(Int32(milliseconds)) > 0 else { break }
      keys += taken(&stream) ?? []
      if keys.contains(.interrupt) { break }
    }
    return keys
  }

  private static func wait(_ milliseconds: Int32) -> Int32 {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds)
  }

  private static func taken(_ stream: inout KeyStream) -> [Key]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 && errno == EINTR { return nil }
    return count > 0 ? stream.take(bytes.prefix(count)) : [.interrupt]
  }

  /// Writes all of it, however often the system takes less.
  static func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes.removeFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        return
      }
    }
  }

  /// The terminal's two states, and what a signal handler may touch.
  private enum Screen {
    nonisolated(unsafe) static var settings = termios()
    nonisolated(unsafe) static var raw = termios()
    private static let welcome = Array("\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J".utf8)
    private static let farewell = Array("\u{1B}[?25h\u{1B}[?1049l".utf8)

    static func enter() {
      tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
      _ = welcome.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }

    static func leave() {
      _ = farewell.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    }

    static func handleSignals() {
      _ = farewell.count + welcome.count  // Made now: a handler must not make them.
      // It interrupts a waiting call instead of restarting it.
      handle(SIGWINCH) { _ in }
      // The shell goes on with it, and has had the terminal meanwhile.
      handle(SIGCONT) { _ in Screen.enter() }
      handleStop()
      for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
        handle(number) { number in
          Screen.leave()
          signal(number, SIG_DFL)
          raise(number)
        }
      }
    }

    private static func handleStop() {
      handle(SIGTSTP) { number in
        Screen.leave()
        signal(number, SIG_DFL)
        var own = sigset_t()
        sigemptyset(&own)
        sigaddset(&own, number)
        pthread_sigmask(SIG_UNBLOCK, &own, nil)
        raise(number)
        // Here it goes on.
        Screen.handleStop()
        Screen.enter()
      }
    }

    private static func handle(
      _ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void
    ) {
      var action = sigaction()
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = handler
      #else
        action.__sigaction_handler.sa_handler = handler
      #endif
      sigaction(signal, &action, nil)
    }
  }
}
