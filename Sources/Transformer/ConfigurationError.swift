import Names

/// Sizes with which no model can be built, found before any memory is taken.
public enum ConfigurationError: ReadableError, Equatable, Sendable {
  case notPositive(name: LocalizedText, value: Int)
  case vocabularyTooSmall(Int)
  case widthNotMultipleOfHeads(width: Int, heads: Int)
  case dropoutOutOfRange(Float)
  case tooLarge(neededBytes: Int, limitBytes: Int)
  case beyondAddressing

  /// One line: what is wrong, and what to do about it.
  public var message: String { text(.english) }

  public func text(_ language: Language) -> String {
    let text =
      switch self {
      case .notPositive(let name, let value):
        LocalizedText(
          en: "\(name.en) is \(value): choose at least 1", ja: "\(name.ja)が\(value)です。1以上にしてください")
      case .vocabularyTooSmall(let size):
        LocalizedText(
          en: "a vocabulary of \(size) leaves nothing to predict: choose at least 2",
          ja: "語彙が\(size)個では、予想するものがありません。2以上にしてください")
      case .widthNotMultipleOfHeads(let width, let heads):
        LocalizedText(
          en: "width \(width) cannot be shared evenly among \(heads) heads: choose a multiple of "
            + "\(heads), such as \(max(1, width / heads) * heads)",
          ja: "幅\(width)は\(heads)個のヘッドで割り切れません。\(max(1, width / heads) * heads)のような、"
            + "\(heads)の倍数にしてください")
      case .dropoutOutOfRange(let dropout):
        LocalizedText(
          en:
            "dropout \(Double(dropout)) is not in 0..<1: choose 0 for none, or a share such as 0.1",
          ja: "ドロップアウト\(Double(dropout))は0以上1未満ではありません。使わないなら0、使うなら0.1などにしてください")
      case .tooLarge(let needed, let limit):
        LocalizedText(
          en:
            "the model needs \(Self.megabytes(needed)) MB of memory and \(Self.megabytes(limit)) MB "
            + "are allowed: choose a smaller width, context, batch or vocabulary, or fewer layers",
          ja: "モデルには\(Self.megabytes(needed)) MBのメモリが必要ですが、使えるのは\(Self.megabytes(limit)) MB"
            + "までです。幅、文脈、バッチ、語彙を小さくするか、ブロックを減らしてください")
      case .beyondAddressing:
        LocalizedText(
          en: "sizes this large cannot be addressed: choose smaller ones",
          ja: "この大きさは扱えません。もっと小さくしてください")
      }
    return text[language]
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }
}

extension Configuration {
  /// Checks that a model of these sizes exists and fits.
  ///
  /// - Parameters:
  ///   - memoryLimit: bytes that training may take; nil checks the sizes only.
  ///   - batch: sequences of one step.
  /// - Throws: the first fault found, in the order of the error's cases.
  public func validate(
    memoryLimit: Int? = nil, batch: Int = 1
  ) throws(ConfigurationError) {
    let sizes = [
      (LocalizedText(en: "the number of layers", ja: "ブロックの数"), layerCount),
      (LocalizedText(en: "the number of heads", ja: "ヘッドの数"), headCount),
      (LocalizedText(en: "the width", ja: "幅"), width),
      (LocalizedText(en: "the context length", ja: "文脈の長さ"), contextLength),
      (LocalizedText(en: "the batch", ja: "バッチ"), batch),
    ]
    for (name, value) in sizes where value < 1 {
      throw .notPositive(name: name, value: value)
    }
    guard vocabularySize >= 2 else { throw .vocabularyTooSmall(vocabularySize) }
    guard width.isMultiple(of: headCount) else {
      throw .widthNotMultipleOfHeads(width: width, heads: headCount)
    }
    guard dropout >= 0, dropout < 1 else { throw .dropoutOutOfRange(dropout) }
    let needed = trainingBytes(batch: batch)
    // Beyond 2⁴⁰ values a product of sizes could leave Int; Double shows it first.
    guard needed < 0x1p42, needed < Double(Int.max / 2) else { throw .beyondAddressing }
    if let memoryLimit, needed > Double(memoryLimit) {
      throw .tooLarge(neededBytes: Int(needed), limitBytes: memoryLimit)
    }
  }

  /// Bytes that training takes: parameters, their packed copy, gradients and two moments, and the
  /// activations of one batch with their gradients.
  private func trainingBytes(batch: Int) -> Double {
    let (l, h, c) = (Double(layerCount), Double(headCount), Double(width))
    let (t, v) = (Double(contextLength), Double(vocabularySize))
    let parameters = (tiesOutput ? v : 2 * v) * c + t * c + l * (12 * c * c + 13 * c) + 2 * c
    let perToken = l * (26 * c + h * t + 8) + 6 * c + 2 * v
    return 4 * (5 * parameters + Double(batch) * t * perToken)
  }
}
