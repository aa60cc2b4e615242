@preconcurrency import Foundation
import Visible

/// The only way out of the program to a terminal: what steers one is made visible on its way.
///
/// A command prints with ``print(_:separator:terminator:)``, which stands before the standard
/// library's here, so that none can forget it.
enum Console {
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Whether a line can be drawn over; a terminal that says it is dumb shows the signs for it as text.
  static let canRedraw =
    isTerminal && !["", "dumb"].contains(ProcessInfo.processInfo.environment["TERM"] ?? "")

  /// Columns of the terminal; 80 where there is none.
  static var width: Int {
    var window = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return 80
    }
    return max(40, Int(window.ws_col))
  }

  /// JSON for another program: the same values, with escapes for what would steer a terminal.
  static func json(_ json: String) { Swift.print(VisibleText.json(json)) }

  /// Puts a line in place of the one that the cursor is on.
  static func redraw(_ line: String, terminator: String = "") {
    Swift.print("\r\u{1B}[K" + VisibleText.safe(line), terminator: terminator)
    fflush(nil)
  }

  /// The exact bytes of a text that another program takes; a terminal gets them made visible.
  static func bytes(_ bytes: [UInt8]) throws {
    guard !isTerminal else {
      print(String(decoding: bytes, as: UTF8.self), terminator: "")
      return
    }
    try FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Sees to it that all was written.
  /// - Throws: `CommandError.io` when the system took less, as on a full disk.
  static func finish() throws(CommandError) {
    let isWritten = fflush(nil) == 0 && ferror(stdout) == 0
    guard isWritten else {
      throw .io(
        en: "can't write all of the output: the disk is full or the output was closed; make room "
          + "or choose another place",
        ja: "出力を最後まで書けませんでした。ディスクがいっぱいか、出力先が閉じられています。空きを作るか、別の場所に出力してください")
    }
  }

  /// One line on standard error, beginning with the program's name.
  static func error(_ line: String) {
    FileHandle.standardError.write(Data("nakami: \(VisibleText.line(line))\n".utf8))
  }
}

/// Prints for a person; see ``Console``.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  let text = items.map { "\($0)" }.joined(separator: separator)
  Swift.print(VisibleText.safe(text), terminator: terminator)
}
