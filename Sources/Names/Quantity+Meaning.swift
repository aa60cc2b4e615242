extension Quantity {
  /// What the number is, for whoever reads its address.
  public var meaning: LocalizedText {
    guard isGradient else { return own }
    return LocalizedText(
      en: "the slope of the loss for \(own.en)", ja: "\(own.ja)：これを動かしたときの損失の傾き")
  }

  private var own: LocalizedText {
    let place = indices.last ?? 0
    switch kind {
    case .token:
      return LocalizedText(
        en: "the id of the token at position \(place)", ja: "位置\(place)のトークンの番号")
    case .parameter:
      return LocalizedText(en: "a learned parameter", ja: "学習で決まったパラメータ")
    case .input:
      return row("what enters block 0", "最初のブロックに入る行")
    case .firstNormalized:
      return row(
        "the copy that the attention of block \(layer) reads", "ブロック\(layer)の注意機構が読む写し")
    case .middle:
      return row(
        "the stream after the attention of block \(layer)", "ブロック\(layer)の注意機構のあとの残差ストリーム")
    case .secondNormalized:
      return row("the copy that the MLP of block \(layer) reads", "ブロック\(layer)のMLPが読む写し")
    case .output:
      return row("the stream after block \(layer)", "ブロック\(layer)のあとの残差ストリーム")
    case .finalNormalized:
      return row("the last copy, which meets the table of tokens", "トークンの表と比べる最後の写し")
    case .firstMean, .secondMean, .finalMean:
      return LocalizedText(
        en: "the mean of the row at position \(place)", ja: "位置\(place)の行の平均")
    case .firstScale, .secondScale, .finalScale:
      return LocalizedText(
        en: "the deviation of the row at position \(place)", ja: "位置\(place)の行の標準偏差")
    case .query: return unit("the query", "クエリ")
    case .key: return unit("the key", "キー")
    case .value: return unit("the value", "バリュー")
    case .mixed: return unit("what is handed on", "渡される行")
    case .dot:
      return pair("query \(indices[0]) times key \(place)", "クエリ\(indices[0])とキー\(place)の内積")
    case .score:
      return pair(
        "how well key \(place) fits query \(indices[0])", "クエリ\(indices[0])にキー\(place)が合う度合い")
    case .weight:
      return pair(
        "the share of key \(place) for query \(indices[0])", "クエリ\(indices[0])でのキー\(place)の取り分")
    case .neuronSum:
      return LocalizedText(
        en: "the sum of neuron \(place) in block \(layer), position \(indices[0])",
        ja: "ブロック\(layer)のニューロン\(place)が足し上げた値（位置\(indices[0])）")
    case .neuron:
      return LocalizedText(
        en: "how strongly neuron \(place) of block \(layer) answers, position \(indices[0])",
        ja: "ブロック\(layer)のニューロン\(place)の反応の強さ（位置\(indices[0])）")
    case .logit:
      return LocalizedText(
        en: "the logit of token \(place) after position \(indices[0])",
        ja: "位置\(indices[0])の次に来るトークン\(place)のロジット")
    case .probability:
      return LocalizedText(
        en: "the probability of token \(place) after position \(indices[0])",
        ja: "位置\(indices[0])の次にトークン\(place)が来る確率")
    case .target:
      return LocalizedText(
        en: "the id of the token that is to come after position \(place)",
        ja: "位置\(place)の次に来るべきトークンの番号")
    case .loss:
      return LocalizedText(
        en: "the surprise at the token that comes after position \(place)",
        ja: "位置\(place)の次のトークンがどれだけ意外だったか（損失）")
    case .firstStandard, .secondStandard, .finalStandard:
      return row("a normalized number before gain and bias", "倍率とバイアスをかける前の正規化された行")
    case .firstCommon, .secondCommon, .finalCommon:
      return LocalizedText(
        en: "what the slopes behind the normalization have in common, position \(place)",
        ja: "正規化のあとの傾きに共通する分（位置\(place)）")
    case .firstAlong, .secondAlong, .finalAlong:
      return LocalizedText(
        en: "how far the slopes go along with the normalized numbers, position \(place)",
        ja: "傾きが正規化された数と同じ向きに動く分（位置\(place)）")
    case .weightMean:
      return LocalizedText(
        en:
          "the mean of the slopes of all shares of query \(place), in head \(head) of block \(layer)",
        ja: "クエリ\(place)の取り分すべての傾きの平均（ブロック\(layer)・ヘッド\(head)）")
    }
  }

  /// One number of a row as wide as the residual stream.
  private func row(_ en: String, _ ja: String) -> LocalizedText {
    LocalizedText(
      en: "\(en): number \(indices[1]) at position \(indices[0])",
      ja: "\(ja)の\(indices[1])番の数（位置\(indices[0])）")
  }

  private func unit(_ en: String, _ ja: String) -> LocalizedText {
    LocalizedText(
      en: "\(en) in head \(head) of block \(layer): number \(indices[1]) at position \(indices[0])",
      ja: "ブロック\(layer)・ヘッド\(head)の\(ja)の\(indices[1])番の数（位置\(indices[0])）")
  }

  private func pair(_ en: String, _ ja: String) -> LocalizedText {
    LocalizedText(
      en: "\(en), in head \(head) of block \(layer)", ja: "\(ja)（ブロック\(layer)・ヘッド\(head)）")
  }
}
