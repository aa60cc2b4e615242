import Foundation
import Names

/// The program: finds the command, runs it, and turns an error into one line and an exit code.
@main
enum Nakami {
  static let version = "0.1.0"

  static func main() {
    do {
      if let reason = Processor.missingInstructions {
        throw CommandError.data(en: reason.en, ja: reason.ja)
      }
      var words = try words()
      try Language.takeAsked(from: &words)
      try run(words)
      try Console.finish()
    } catch {
      Console.error(ExitCode.line(for: error))
      exit(ExitCode.code(for: error))
    }
  }

  /// The words of the command line. Swift's own list has U+FFFD where bytes are no UTF-8, without a word.
  private static func words() throws(CommandError) -> [String] {
    var words: [String] = []
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[place] else { break }
      guard let word = String(validatingCString: bytes) else {
        throw .usage(
          en:
            "word \(place) of the command is not UTF-8; put the text into a file and name it with "
            + "--file, or set the terminal to UTF-8",
          ja: "コマンドの\(place)番目の言葉がUTF-8ではありません。文章をファイルに入れて--fileで指定するか、"
            + "ターミナルの文字コードをUTF-8にしてください")
      }
      words.append(word)
    }
    return words
  }

  static func run(_ words: [String]) throws {
    guard let first = words.first, first != "--help", first != "-h", first != "help" else {
      let asked = words.dropFirst().first { !$0.hasPrefix("-") }
      print(try asked.map { try named($0).help(in: .ofReader) } ?? help(in: .ofReader))
      return
    }
    if first == "--version" {
      print("nakami \(version)")
      return
    }
    let command = try named(first)
    let rest = Array(words.dropFirst())
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      print(command.help(in: .ofReader))
      return
    }
    try command.run(Arguments(rest, options: command.options))
  }

  private static func named(_ name: String) throws(CommandError) -> Command {
    if let command = Command.all.first(where: { $0.name == name }) { return command }
    let near = Command.all.map(\.name).min {
      EditDistance.between($0, name) < EditDistance.between($1, name)
    }
    let hint = near.flatMap {
      EditDistance.between($0, name) <= 2 ? Arguments.didYouMean($0) : nil
    }
    throw .usage(
      en: "unknown command \(name)\(hint?.en ?? "") (nakami --help lists them)",
      ja: "\(name)というコマンドはありません\(hint?.ja ?? "")（nakami --helpで一覧を見られます）")
  }

  static func help(in language: Language) -> String {
    let words = HelpWording.of(language)
    return """
      \(words.title)

      \(words.purpose)

      \(words.usage)nakami COMMAND \(words.anyOptions)

      \(words.commands)
      \(Command.columns(Command.all.map { ($0.name, $0.summary[language]) }).joined(separator: "\n"))

      \(words.everywhere)
      \(Command.columns([("--lang CODE", words.lang)]).joined(separator: "\n"))

      \(words.exitCodes)
      \(Command.columns(ExitCode.table.map { ("\($0.code)", $0.meaning[language]) }).joined(separator: "\n"))

      \(words.beginning)
      """
  }
}
