import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The terminal in raw mode and on its alternate screen, for as long as `body` runs.
///
/// However the program ends (return, error, SIGTERM, SIGHUP, SIGINT), the terminal is as before.
enum TerminalSession {
  static func isPossible() -> Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  static func run(_ body: () -> Void) {
    guard tcgetattr(STDIN_FILENO, &Restore.settings) == 0 else { return }
    var raw = Restore.settings
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    Restore.handle([SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    ignoreRestart(SIGWINCH)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
    send("\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J")
    body()
    Restore.now()
  }

  /// Columns and rows of the window.
  static var size: (columns: Int, rows: Int) {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return (80, 24) }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// Waits for input; nil when the window has changed its size meanwhile.
  static func keys() -> [Key]? {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, -1) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 && errno == EINTR { return nil }
    return count > 0 ? Key.decode(Array(bytes.prefix(count))) : [.interrupt]
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

  /// Lets the signal interrupt a waiting call instead of restarting it.
  private static func ignoreRestart(_ signal: Int32) {
    var action = sigaction()
    setHandler(&action) { _ in }
    sigaction(signal, &action, nil)
  }

  private static func setHandler(
    _ action: inout sigaction, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
  }

  /// What a signal handler may touch.
  private enum Restore {
    nonisolated(unsafe) static var settings = termios()
    private static let farewell = Array("\u{1B}[?25h\u{1B}[?1049l".utf8)

    static func now() {
      _ = farewell.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    }

    static func handle(_ signals: [Int32]) {
      _ = farewell.count  // Made now: a handler must not make it.
      for number in signals {
        var action = sigaction()
        TerminalSession.setHandler(&action) { number in
          Restore.now()
          signal(number, SIG_DFL)
          raise(number)
        }
        sigaction(number, &action, nil)
      }
    }
  }
}
