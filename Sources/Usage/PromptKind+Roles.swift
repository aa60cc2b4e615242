import Names
import Tokenization

extension PromptKind {
  /// Guesses the kind from the text: a question ends with a question mark or the particle か.
  public static func guess(_ text: String) -> PromptKind {
    let bytes = Array(text.utf8)
    let endings = ["?", "？", "か", "か。"].map { Array($0.utf8) }
    let trimmed = bytes[
      ..<(bytes.lastIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D } ?? -1).advanced(by: 1)]
    return endings.contains { trimmed.suffix($0.count).elementsEqual($0) }
      ? .question : .continuation
  }

  /// The role tokens that stand before and after the text, as the training documents have them.
  var roles: (before: [SpecialToken], after: [SpecialToken]) {
    switch self {
    case .question: ([.question], [.answer])
    case .continuation: ([], [])
    case .summary: ([.story], [.summary])
    }
  }
}
