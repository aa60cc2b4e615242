import Names
import Tokenization

/// U2: what is left of a prompt that is longer than the model sees at a time.
///
/// A text to sum up keeps its beginning; of any other its end matters, where the question or the place
/// to go on stands. The cut is made at a sentence where one is near, else at a word.
public struct PromptCut: Sendable, Equatable {
  public enum Place: Sendable, Equatable { case sentence, word, character }

  /// What is left.
  public var text: String
  /// Bytes that were left out, and bytes of the whole.
  public var leftOut: Int
  public var byteCount: Int
  /// Whether the beginning stayed.
  public var keepsBeginning: Bool
  public var place: Place

  /// No token of text is longer than this many bytes.
  private static let bytesPerToken = 64

  private static func keepsBeginning(_ kind: PromptKind) -> Bool {
    kind == .summary || kind == .translation
  }

  /// As much of the text as could have so many tokens and a few more: the tokens of an enormous text are
  /// never counted.
  static func candidate(_ text: String, kind: PromptKind, limit: Int) -> String {
    let most = (limit + 1) * bytesPerToken
    guard text.utf8.count > most else { return text }
    return keepsBeginning(kind) ? text.start(ofBytes: most) : text.end(ofBytes: most)
  }

  /// - Parameter room: tokens that may stay, at least one.
  init(
    _ text: String, kind: PromptKind, room: Int, writing: Writing, tokenizer: Tokenizer
  ) {
    keepsBeginning = Self.keepsBeginning(kind)
    byteCount = text.utf8.count
    let candidate = Self.candidate(text, kind: kind, limit: room)
    let tokens = tokenizer.encode(candidate)
    let kept = keepsBeginning ? tokens.prefix(room) : tokens.suffix(room)
    let bytes = kept.reduce(0) { $0 + tokenizer.byteCount(of: $1) }
    let window = keepsBeginning ? candidate.start(ofBytes: bytes) : candidate.end(ofBytes: bytes)
    (self.text, place) =
      keepsBeginning
      ? Self.atEnd(of: window, writing) : Self.atStart(of: window, of: text, writing)
    leftOut = byteCount - self.text.utf8.count
  }

  /// Up to the last sentence's end, if that is within the last half.
  private static func atEnd(of window: String, _ writing: Writing) -> (String, Place) {
    let scalars = Array(window.unicodeScalars)
    let near = scalars.count / 2
    if let end = scalars.indices.last(where: { isEnd(scalars, $0, writing) }), end >= near {
      return (text(scalars[...end]), .sentence)
    }
    if let end = scalars.lastIndex(where: \.properties.isWhitespace), end >= near {
      return (text(scalars[..<end]), .word)
    }
    return (text(scalars[...]), .character)
  }

  /// From the first sentence's beginning on, if that is within the first half.
  private static func atStart(
    of window: String, of whole: String, _ writing: Writing
  ) -> (String, Place) {
    let scalars = Array(window.unicodeScalars)
    let near = scalars.count / 2
    if let end = scalars.indices.first(where: { isEnd(scalars, $0, writing) }), end < near {
      return (text(scalars[(end + 1)...]), .sentence)
    }
    if let end = scalars.firstIndex(where: \.properties.isWhitespace), end < near {
      return (text(scalars[(end + 1)...]), .word)
    }
    return (text(scalars[...]), .character)
  }

  /// Whether a sentence ends at that place: its mark, and a blank after it where blanks stand between
  /// words; a line's end ends one, too.
  private static func isEnd(_ scalars: [Unicode.Scalar], _ index: Int, _ writing: Writing) -> Bool {
    if scalars[index] == "\n" { return true }
    guard writing.sentenceEnds.contains(scalars[index]) else { return false }
    guard writing.separatesWords else { return true }
    return index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end = scalars.lastIndex { !$0.properties.isWhitespace } ?? start
    if start < scalars.endIndex { view.append(contentsOf: scalars[start...end]) }
    return String(view)
  }
}

extension String {
  /// At most so many bytes from the beginning, whole characters only.
  fileprivate func start(ofBytes count: Int) -> String {
    var bytes = Array(utf8.prefix(count))
    if utf8.count > count {
      var end = bytes.count
      while end > 0, utf8[utf8.index(utf8.startIndex, offsetBy: end)] & 0xC0 == 0x80 { end -= 1 }
      bytes.removeLast(bytes.count - end)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// At most so many bytes of the end, whole characters only.
  fileprivate func end(ofBytes count: Int) -> String {
    String(decoding: utf8.suffix(count).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
  }
}
