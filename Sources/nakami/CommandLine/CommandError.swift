import Names

/// What ends a command early: one line for standard error and an exit code.
struct CommandError: ReadableError {
  let message: LocalizedText
  /// 64: the command line is wrong; 65: data is; 74: input or output failed (sysexits.h).
  let exitCode: Int32

  func text(_ language: Language) -> String { message[language] }

  static func usage(en: String, ja: String) -> CommandError {
    .init(message: LocalizedText(en: en, ja: ja), exitCode: 64)
  }

  static func data(en: String, ja: String) -> CommandError {
    .init(message: LocalizedText(en: en, ja: ja), exitCode: 65)
  }

  static func io(en: String, ja: String) -> CommandError {
    .init(message: LocalizedText(en: en, ja: ja), exitCode: 74)
  }

  /// The person stopped it: 128 and the number of SIGINT, as shells do.
  static func interrupted(en: String, ja: String) -> CommandError {
    .init(message: LocalizedText(en: en, ja: ja), exitCode: 130)
  }
}
