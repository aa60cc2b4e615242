import Foundation
import Names

extension Language {
  /// The language that the terminal asks for, else English.
  static var ofReader: Language { asked(in: ProcessInfo.processInfo.environment) }

  /// - SeeAlso: POSIX.1-2017, section 8.2: the first of the three that says anything.
  static func asked(in environment: [String: String]) -> Language {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
    return allCases.first { locale.hasPrefix($0.rawValue) } ?? .english
  }
}

extension LocalizedText {
  /// The words in the language that the terminal asks for.
  var forReader: String { self[.ofReader] }
}
