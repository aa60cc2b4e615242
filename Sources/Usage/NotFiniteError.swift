import Names

/// The numbers of a model grew beyond what single precision holds while it was used, although each of
/// its parameters is finite: what it would say next is unknown.
public struct NotFiniteError: ReadableError, Sendable, Equatable {
  /// Tokens that the model had taken in.
  public let position: Int

  /// - Parameters:
  ///   - logits: `[vocabulary]`, of the last position.
  ///   - position: how many tokens the model had taken in.
  /// - Throws: when one of them is infinite or no number.
  public static func check(
    _ logits: UnsafeBufferPointer<Float>, after position: Int
  ) throws(NotFiniteError) {
    for logit in logits where !logit.isFinite { throw NotFiniteError(position: position) }
  }

  public func text(_ language: Language) -> String {
    LocalizedText(
      en: "the model's numbers overflow: its logits after \(position) "
        + "token\(position == 1 ? "" : "s") are not finite, so it can't choose; its parameters are "
        + "too large or damaged, use another copy or an earlier checkpoint of it",
      ja: "モデルの計算が大きくなりすぎました。\(position)トークン目のあとのロジットが数値でなくなり、選べません。"
        + "パラメーターが大きすぎるか壊れています。別のコピーか前のチェックポイントを使ってください")[language]
  }
}
