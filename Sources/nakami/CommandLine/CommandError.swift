/// What ends a command early: one line for standard error and an exit code.
struct CommandError: Error, CustomStringConvertible {
  var description: String
  /// 64: the command line is wrong; 65: data is; 74: input or output failed (sysexits.h).
  var exitCode: Int32

  static func usage(_ text: String) -> CommandError { .init(description: text, exitCode: 64) }
  static func data(_ text: String) -> CommandError { .init(description: text, exitCode: 65) }
  static func io(_ text: String) -> CommandError { .init(description: text, exitCode: 74) }
}
