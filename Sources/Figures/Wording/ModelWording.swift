/// The parts of the model, as the figures name them.
struct ModelWording: Sendable {
  var embedding: (name: String, note: String)
  var positions: (name: String, note: String)
  var block: @Sendable (_ layer: Int) -> String
  var attention: (name: String, note: String)
  var queries: (name: String, note: String)
  var pattern: (name: String, note: String)
  var mlp: (name: String, note: String)
  var lastNormalization: (name: String, note: String)

  static let english = ModelWording(
    embedding: ("Token embedding", "each id picks its row of this table"),
    positions: ("Position embedding", "each position adds its own row"),
    block: { "Block \($0)" },
    attention: ("Attention", "positions look at earlier positions"),
    queries: ("Queries, keys, values", "three projections for each head"),
    pattern: ("Scores, mask, softmax", "how much each query looks at each key"),
    mlp: ("MLP", "each position thinks by itself"),
    lastNormalization: ("Last layer normalization", "before the scores")
  )

  static let japanese = ModelWording(
    embedding: ("トークン埋め込み", "IDごとに、この表の1行を取り出す"),
    positions: ("位置埋め込み", "位置ごとに、その行を足す"),
    block: { "ブロック\($0)" },
    attention: ("注意", "それより前の位置を見る"),
    queries: ("クエリ・キー・バリュー", "ヘッドごとに三つの射影"),
    pattern: ("スコア・マスク・ソフトマックス", "クエリがどのキーをどれだけ見るか"),
    mlp: ("MLP", "位置ごとに考える"),
    lastNormalization: ("最後の層正規化", "点数をつける前に")
  )
}
