import Names

/// The words around commands and options in `--help`.
struct HelpWording: Sendable {
  var title: String
  var purpose: String
  var usage: String
  var commands: String
  var options: String
  /// What stands in a usage line for options that may follow.
  var anyOptions: String
  var examples: String
  /// Above what every command understands.
  var everywhere: String
  var lang: String
  var exitCodes: String
  var beginning: String

  static func of(_ language: Language) -> HelpWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = HelpWording(
    title: "nakami (中身): see what is inside a language model",
    purpose: """
      Builds a small Transformer from raw text, records all that happens, and shows it as pages and
      as lessons in the terminal.
      """,
    usage: "usage: ",
    commands: "commands:",
    options: "options:",
    anyOptions: "[options]",
    examples: "examples:",
    everywhere: "with every command:",
    lang: "speak this language: en or ja (default: that of the terminal)",
    exitCodes: "exit codes:",
    beginning: """
      Begin with: nakami build, then open Output/index.html, or walk the lessons: nakami learn
      nakami COMMAND --help explains a command, with examples.
      """)

  private static let japanese = HelpWording(
    title: "nakami（中身）：言語モデルの中身を見る",
    purpose: """
      文章から小さなトランスフォーマーを作り、途中で起きることをすべて記録し、ページとターミナルの
      レッスンにして見せます。
      """,
    usage: "使い方：",
    commands: "コマンド：",
    options: "オプション：",
    anyOptions: "[オプション]",
    examples: "例：",
    everywhere: "どのコマンドにも付けられるもの：",
    lang: "表示する言語。en（英語）かja（日本語）（省略時：ターミナルの言語）",
    exitCodes: "終了コード：",
    beginning: """
      まず nakami build を実行し、Output/index.html を開くか、nakami learn でレッスンをたどってください。
      コマンドごとの説明と例は nakami COMMAND --help で見られます。
      """)
}
