import Names

/// An address that the pass has no number for, with the nearest that it has.
public struct QuantityError: ReadableError, Equatable, Sendable {
  /// As it was typed.
  public let address: String
  public let nearest: Quantity
  public let reason: Reason

  public enum Reason: Equatable, Sendable {
    /// No number has such a name.
    case unknown
    /// The name is followed by so many numbers in brackets.
    case brackets(count: Int)
    /// There are fewer of something.
    case count(Counted, Int, of: Int)
    /// A token does not look at later ones.
    case masked(key: Int, query: Int)
  }

  public enum Counted: Equatable, Sendable {
    case block, head, position, channel, unit, neuron, vocabulary
    /// A row or column of a tensor.
    case row

    init(_ axis: QuantityKind.Axis) {
      self =
        switch axis {
        case .position, .query, .key: .position
        case .channel: .channel
        case .unit: .unit
        case .neuron: .neuron
        case .vocabulary: .vocabulary
        }
    }

    var name: LocalizedText {
      switch self {
      case .block: LocalizedText(en: "block", ja: "ブロック")
      case .head: LocalizedText(en: "head", ja: "ヘッド")
      case .position: LocalizedText(en: "position", ja: "位置")
      case .channel, .unit, .row: LocalizedText(en: "number", ja: "番号")
      case .neuron: LocalizedText(en: "neuron", ja: "ニューロン")
      case .vocabulary: LocalizedText(en: "token", ja: "トークン")
      }
    }
  }

  public func text(_ language: Language) -> String {
    let typed = String(address.prefix(60)) + (address.count > 60 ? "…" : "")
    let why: LocalizedText =
      switch reason {
      case .unknown:
        LocalizedText(en: "no number has that name", ja: "そのような名前の数はありません")
      case .brackets(let count):
        LocalizedText(
          en: count == 1
            ? "a whole number in brackets belongs behind it"
            : "\(count) whole numbers in brackets belong behind it",
          ja: "後ろのかっこの中に、整数を\(count)個書いてください")
      case .count(let counted, let number, let count):
        LocalizedText(
          en: "there is no \(counted.name.en) \(number), they go from 0 to \(count - 1)",
          ja: "\(counted.name.ja)\(number)はありません（0から\(count - 1)まで）")
      case .masked(let key, let query):
        LocalizedText(
          en: "a token does not look at later ones, and \(key) comes after \(query)",
          ja: "トークンは後ろのトークンを見ません（\(key)は\(query)より後ろ）")
      }
    return LocalizedText(
      en:
        "“\(typed)” is the address of no number here: \(why.en); the nearest is \(nearest.address)",
      ja: "「\(typed)」という番地の数はありません。\(why.ja)。いちばん近いのは\(nearest.address)です")[language]
  }
}
