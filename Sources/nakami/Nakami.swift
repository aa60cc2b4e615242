import Foundation
import Names

/// The program: finds the command, runs it, and turns an error into one line and an exit code.
@main
enum Nakami {
  static let version = "0.1.0"

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      if let reason = Processor.missingInstructions {
        throw CommandError.data(en: reason.en, ja: reason.ja)
      }
      try run(words)
    } catch {
      Console.error(ExitCode.line(for: error))
      exit(ExitCode.code(for: error))
    }
  }

  static func run(_ words: [String]) throws {
    guard let first = words.first, first != "--help", first != "-h", first != "help" else {
      if words.count == 2, words[0] == "help", let command = command(named: words[1]) {
        print(command.help(in: .ofReader))
      } else {
        print(help(in: .ofReader))
      }
      return
    }
    if first == "--version" {
      print("nakami \(version)")
      return
    }
    guard let command = command(named: first) else {
      let near = Command.all.map(\.name).min {
        Arguments.distance($0, first) < Arguments.distance($1, first)
      }
      let hint = near.flatMap {
        Arguments.distance($0, first) <= 2 ? Arguments.didYouMean($0) : nil
      }
      throw CommandError.usage(
        en: "unknown command \(first)\(hint?.en ?? "") (nakami --help lists them)",
        ja: "\(first)というコマンドはありません\(hint?.ja ?? "")（nakami --helpで一覧を見られます）")
    }
    let rest = Array(words.dropFirst())
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      print(command.help(in: .ofReader))
      return
    }
    try command.run(Arguments(rest, options: command.options))
  }

  private static func command(named name: String) -> Command? {
    Command.all.first { $0.name == name }
  }

  static func help(in language: Language) -> String {
    let words = HelpWording.of(language)
    return """
      \(words.title)

      \(words.purpose)

      \(words.usage)nakami COMMAND \(words.anyOptions)

      \(words.commands)
      \(Command.columns(Command.all.map { ($0.name, $0.summary[language]) }).joined(separator: "\n"))

      \(words.beginning)
      """
  }
}
