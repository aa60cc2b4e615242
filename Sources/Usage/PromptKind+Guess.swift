import Names

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
}
