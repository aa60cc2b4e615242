import Names
import RawData

/// U5: brings a generated text into the form that a reader gets.
public enum Postprocessing {
  /// Applies the rules in their order.
  static func apply(
    to bytes: [UInt8], isComplete: Bool
  ) -> (raw: String, text: String, edits: [Answer.Edit]) {
    let raw = String(decoding: bytes, as: UTF8.self)
    var text = raw
    var edits: [Answer.Edit] = []
    func change(_ rule: PostprocessingRule, _ after: String) {
      guard after != text else { return }
      edits.append(Answer.Edit(rule: rule, before: text, after: after))
      text = after
    }
    change(
      .brokenCharacters,
      String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FFFD}" })))
    change(.whiteSpace, trimmed(text))
    if !isComplete { change(.unfinishedSentence, wholeSentences(text)) }
    return (raw, text, edits)
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The text up to its last full stop; all of it when there is none.
  private static func wholeSentences(_ text: String) -> String {
    let ends: Set<Unicode.Scalar> = [".", "!", "?", "。", "！", "？"]
    guard let last = text.unicodeScalars.lastIndex(where: { ends.contains($0) }) else {
      return text
    }
    return String(text.unicodeScalars[...last])
  }
}
