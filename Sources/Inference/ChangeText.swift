import Numerics
import Tokenization
import Transformer

extension ParameterChange {
  /// Reads a change as a person types it.
  ///
  /// `Mira=Tobin` gives the token of Mira the vector of Tobin's, `Mira=0` takes its vector away, and
  /// `wte.weight[392,17]=0.5` writes one parameter anew. A token is a word, with a space before it where
  /// there is such a token; `␣` stands for that space, and `#392` for the token of that number.
  /// - Returns: nil for anything else, also for a word of several tokens.
  package init?(_ text: String, in configuration: Configuration, _ tokenizer: Tokenizer) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
    let (left, right) = (String(sides[0]), String(sides[1]))
    if let (name, index) = Self.place(left) {
      guard let value = Self.number(right) else { return nil }
      self.init(tensor: name, index: index, value: Float(value), in: configuration)
      return
    }
    guard let token = Self.token(left, tokenizer) else { return nil }
    if right == "0" {
      self.init(vectorOf: token, from: nil, in: configuration)
    } else {
      guard let other = Self.token(right, tokenizer) else { return nil }
      self.init(vectorOf: token, from: other, in: configuration)
    }
  }

  /// A tensor's name and the numbers in brackets behind it.
  private static func place(_ text: String) -> (name: String, index: [Int])? {
    let parts = text.split(separator: "[", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.last == UInt8(ascii: "]") else {
      return nil
    }
    let numbers = parts[1].dropLast().split(separator: ",", omittingEmptySubsequences: false)
    let index = numbers.compactMap { Int($0) }
    return index.count == numbers.count ? (String(parts[0]), index) : nil
  }

  private static func number(_ text: String) -> Double? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    return PlainDecimal.value(isNegative ? String(text.dropFirst()) : text).map {
      isNegative ? -$0 : $0
    }
  }

  private static func token(_ text: String, _ tokenizer: Tokenizer) -> Int32? {
    if text.utf8.first == UInt8(ascii: "#"), let id = Int32(text.dropFirst()) { return id }
    let ways =
      text.unicodeScalars.first == "␣" ? [" " + String(text.dropFirst())] : [" " + text, text]
    return ways.lazy.map { tokenizer.encode($0) }
      .first { $0.count == 1 && $0[0] != Tokenizer.noToken }?.first
  }
}
