import Dataset
import Names

/// U5: brings a generated text into the form that a reader gets.
package struct Postprocessing {
  var finish: FinishReason
  var stopStrings: [String] = []
  var hold: Answer.Hold?
  /// Of whoever asked.
  var language: Language

  /// A text that the model ended itself, as a reader gets it.
  package static func tidied(_ bytes: [UInt8], in language: Language) -> String {
    Postprocessing(finish: .endToken, language: language).apply(to: bytes).text
  }

  /// Applies the rules in their order.
  func apply(to bytes: [UInt8]) -> (raw: String, text: String, edits: [Answer.Edit]) {
    let raw = String(decoding: bytes, as: UTF8.self)
    var text = raw
    var edits: [Answer.Edit] = []
    for rule in PostprocessingRule.allCases {
      let (after, terms) = apply(rule, text)
      guard Array(after.utf8) != Array(text.utf8) else { continue }
      edits.append(Answer.Edit(rule: rule, before: text, after: after, terms: terms))
      text = after
    }
    return (raw, text, edits)
  }

  private func apply(_ rule: PostprocessingRule, _ text: String) -> (text: String, terms: [String])
  {
    switch rule {
    case .stopString: return finish == .stopString ? beforeStop(text) : (text, [])
    case .brokenCharacters:
      return (String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FFFD}" })), [])
    case .whiteSpace: return (Self.trimmed(text), [])
    case .unfinishedSentence:
      return (finish.isCutOff ? Sentences.whole(text) : text, [])
    case .spacing: return (Spacing.tidied(text), [])
    case .punctuation: return (Punctuation.tidied(text), [])
    case .politeForm: return (PoliteForm.consistent(text), [])
    case .unsuitableWords:
      let masked = UnsuitableWords.masked(text)
      return (masked.text, masked.terms)
    case .heldBack: return (hold?.isHeld == true ? Self.unsure[language] : text, [])
    }
  }

  /// What stands in the place of an answer that is held back.
  static let unsure = HeldReply.text

  /// The text up to the stop string that comes first, and which one it is.
  private func beforeStop(_ text: String) -> (text: String, terms: [String]) {
    let bytes = Array(text.utf8)
    let places = stopStrings.compactMap { stop in
      bytes.firstRange(of: Array(stop.utf8)).map { (start: $0.lowerBound, stop: stop) }
    }
    guard let first = places.min(by: { $0.start < $1.start }) else { return (text, []) }
    return (String(decoding: bytes[..<first.start], as: UTF8.self), [first.stop])
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
