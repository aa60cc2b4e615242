import Foundation
import Names
import Synchronization

extension Language {
  /// What `--lang` asks for.
  private static let asked = Mutex<Language?>(nil)

  /// The language that `--lang` or the terminal asks for, else English.
  static var ofReader: Language {
    asked.withLock { $0 } ?? asked(in: ProcessInfo.processInfo.environment)
  }

  /// - SeeAlso: POSIX.1-2017, section 8.2: the first of the three that says anything.
  static func asked(in environment: [String: String]) -> Language {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
    return allCases.first { locale.hasPrefix($0.rawValue) } ?? .english
  }

  /// Takes `--lang CODE` out of a command line, wherever it stands before `--`, and heeds it.
  /// - Throws: `CommandError.usage` for a language that is none.
  static func takeAsked(from words: inout [String]) throws(CommandError) {
    let name = "--lang"
    var rest: [String] = []
    var left = words[...]
    while let word = left.popFirst() {
      if word == "--" {
        rest += [word] + left
        break
      }
      guard word == name || word.hasPrefix(name + "=") else {
        rest.append(word)
        continue
      }
      let code = word == name ? left.popFirst() ?? "" : String(word.dropFirst(name.count + 1))
      guard let language = Language(rawValue: code) else {
        let codes = allCases.map(\.rawValue)
        throw .usage(
          en: "\(name) takes \(codes.joined(separator: " or "))",
          ja: "\(name)に使えるのは\(codes.joined(separator: "か"))です")
      }
      asked.withLock { $0 = language }
    }
    words = rest
  }
}

extension LocalizedText {
  /// The words in the language that the terminal asks for.
  var forReader: String { self[.ofReader] }
}
