/// The tokens of a text after one merge.
public struct EncodingStep: Sendable, Equatable {
  /// All tokens of the text at this point.
  public var tokens: [Int32]
  /// Where in `tokens` the new token stands; nil in the first step, where all tokens are bytes.
  public var position: Int?
}

/// Keeps the tokens of a whole text up to date while its words are merged one after the other.
private struct StepRecorder: MergeObserver {
  var steps: [EncodingStep]
  /// How many tokens the words before this one came to.
  var wordStart = 0

  static var isActive: Bool { true }

  mutating func merged(into token: Int32, at index: Int) {
    var tokens = steps[steps.count - 1].tokens
    tokens[wordStart + index] = token
    tokens.remove(at: wordStart + index + 1)
    steps.append(EncodingStep(tokens: tokens, position: wordStart + index))
  }
}

extension Tokenizer {
  /// Encodes a text and keeps what it looked like after each merge; the last step is
  /// `encode(text)`.
  ///
  /// - Complexity: O(n · steps) in time and memory for n bytes: for a sentence, not for a book.
  public func encodeSteps(_ text: String) -> [EncodingStep] {
    var text = text
    return text.withUTF8 { encodeSteps($0) }
  }

  /// Encodes any bytes and keeps what they looked like after each merge.
  public func encodeSteps(_ bytes: UnsafeBufferPointer<UInt8>) -> [EncodingStep] {
    var recorder = StepRecorder(
      steps: [EncodingStep(tokens: bytes.map { byteTokens[Int($0)] }, position: nil)])
    var merger = WordMerger(table)
    let scanner = WordScanner(bytes)
    var start = 0
    while start < bytes.count {
      let end = scanner.end(from: start)
      recorder.wordStart += merger.merge(
        UnsafeBufferPointer(rebasing: bytes[start..<end]), observer: &recorder)
      start = end
    }
    return recorder.steps
  }
}
