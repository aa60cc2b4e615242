import Names
import Origins

/// The words around a number and what it is made of.
struct NumberWording: Sendable {
  var positions: String
  var about: @Sendable ([String]) -> String
  var result: String
  var exact: String
  var inexact: @Sendable (_ value: String) -> String
  var others: @Sendable (Int) -> String
  var sum: @Sendable (String) -> String
  var columns: String
  var most: @Sendable (_ address: String) -> String
  var parameter: @Sendable (_ number: Int, _ count: Int) -> String
  var token: @Sendable (_ text: String) -> String
  var masked: String
  var step: @Sendable (CalculationStep) -> String
  private var formulas: @Sendable (QuantityKind) -> String?

  /// How such a number is made; nil for a root.
  func formula(_ made: Derivation) -> String? { made.isRoot ? nil : formulas(made.quantity.kind) }

  static func of(_ language: Language) -> NumberWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = NumberWording(
    positions: "read:",
    about: { "  (" + $0.joined(separator: ", ") + ")" },
    result: "result",
    exact: "exactly as the model left it",
    inexact: { "the model has \($0)" },
    others: { $0 == 1 ? "1 other" : "\($0) others" },
    sum: { "→ \($0)" },
    columns: "added in 16 columns side by side, then the columns in halves",
    most: { "contributes most: \($0)" },
    parameter: { "learned: parameter \($0) of \($1), counted from 0; nothing lies below it" },
    token: { "read: “\($0)”; nothing lies below it" },
    masked: "0: a token does not look at later ones",
    step: { step in
      switch step {
      case .greatest: "the greatest of them"
      case .power: "e to (own − greatest)"
      case .sum: "all of them added up"
      case .average: "divided by how many"
      case .difference: "number − mean"
      case .inverse: "1 ÷ divisor"
      case .standard: "difference × (1 ÷ divisor)"
      case .exponent: "exponent"
      case .decay: "e to the exponent"
      }
    },
    formulas: { kind in
      switch kind {
      case .token, .parameter: nil
      case .input: "row of the token + row of the position"
      case .firstMean, .secondMean, .finalMean: "all numbers of the row added up ÷ how many"
      case .firstScale, .secondScale, .finalScale:
        "√( all (number − mean)² added up ÷ how many + 0.00001 )"
      case .firstNormalized, .secondNormalized, .finalNormalized:
        "(number − mean) ÷ deviation × gain + bias"
      case .query, .key, .value, .neuronSum: "bias + all (number of the copy × weight)"
      case .dot: "all (number of the query × number of the key)"
      case .score: "product ÷ √width"
      case .weight: "e to the score ÷ all such powers added up"
      case .mixed: "all (share × number of the value)"
      case .middle: "bias + stream + all (number of the heads × weight)"
      case .neuron: "sum ÷ (e to the exponent + 1); exponent = −2·√(2/π)·(sum + 0.044715·sum³)"
      case .output: "bias + stream + all (neuron × weight)"
      case .logit: "all (number of the last copy × number of the token's row)"
      case .probability: "e to the logit ÷ all such powers added up"
      }
    })

  private static let japanese = NumberWording(
    positions: "読んだもの：",
    about: { "（" + $0.joined(separator: "、") + "）" },
    result: "答え",
    exact: "モデルに残っている数と、最後の桁まで同じ",
    inexact: { "モデルに残っている数は\($0)" },
    others: { "ほか\($0)個" },
    sum: { "→ \($0)" },
    columns: "16列に分けて足し、列どうしを半分ずつ足し合わせる",
    most: { "いちばん効いている数：\($0)" },
    parameter: { "学習で決まった数：\($1)個のうち、0から数えて\($0)番のパラメータ。この下には何もない" },
    token: { "読んだもの：「\($0)」。この下には何もない" },
    masked: "0：トークンは、後ろのトークンを見ない",
    step: { step in
      switch step {
      case .greatest: "その中で最大の数"
      case .power: "eの（自分 − 最大）乗"
      case .sum: "全部を足した値"
      case .average: "個数で割った値"
      case .difference: "数 − 平均"
      case .inverse: "1 ÷ 割る数"
      case .standard: "差 ×（1 ÷ 割る数）"
      case .exponent: "指数"
      case .decay: "eの指数乗"
      }
    },
    formulas: { kind in
      switch kind {
      case .token, .parameter: nil
      case .input: "トークンの行 ＋ 位置の行"
      case .firstMean, .secondMean, .finalMean: "行の数をすべて足す ÷ 個数"
      case .firstScale, .secondScale, .finalScale: "√（（数 − 平均）² をすべて足す ÷ 個数 ＋ 0.00001）"
      case .firstNormalized, .secondNormalized, .finalNormalized:
        "（数 − 平均）÷ 標準偏差 × 倍率 ＋ バイアス"
      case .query, .key, .value, .neuronSum: "バイアス ＋（写しの数 × 重み）をすべて足す"
      case .dot: "（クエリの数 × キーの数）をすべて足す"
      case .score: "内積 ÷ √幅"
      case .weight: "eのスコア乗 ÷ それらをすべて足した値"
      case .mixed: "（取り分 × バリューの数）をすべて足す"
      case .middle: "バイアス ＋ 残差ストリーム ＋（ヘッドの数 × 重み）をすべて足す"
      case .neuron: "和 ÷（eの指数乗 ＋ 1）、指数 ＝ −2·√(2/π)·（和 ＋ 0.044715·和³）"
      case .output: "バイアス ＋ 残差ストリーム ＋（ニューロン × 重み）をすべて足す"
      case .logit: "（最後の写しの数 × トークンの行の数）をすべて足す"
      case .probability: "eのロジット乗 ÷ それらをすべて足した値"
      }
    })

  /// The forms that an address can have, for the help.
  static let addresses = LocalizedText(
    en: """
      Addresses: b0 is a block, b0.h1 a head of it, in brackets stand positions and places, all from 0.
      stream   b0.in[5,17]  b0.mid[5,17]  b0.out[5,17]
      copies   b0.ln1[5,17]  b0.ln1.mean[5]  b0.ln1.scale[5]  b0.ln2[5,17]  final[5,17]
      head     b0.h1.q[5,3]  .k  .v  .z; b0.h1.dot[5,2]  .score  .weight (query, key)
      MLP      b0.mlp.pre[5,200]  b0.mlp.hidden[5,200]
      answer   logit[5,392]  probability[5,392] (position, token)
      roots    token[5]  wte.weight[392,17]  h.0.attn.c_attn.weight[17,100]
      Every number can be opened, and every sum comes out to the last bit.
      """,
    ja: """
      番地：b0はブロック、b0.h1はそのヘッド、かっこの中は位置と場所。どれも0から数えます。
      残差ストリーム  b0.in[5,17]  b0.mid[5,17]  b0.out[5,17]
      写し            b0.ln1[5,17]  b0.ln1.mean[5]  b0.ln1.scale[5]  b0.ln2[5,17]  final[5,17]
      ヘッド          b0.h1.q[5,3]  .k  .v  .z、b0.h1.dot[5,2]  .score  .weight（クエリ、キー）
      MLP             b0.mlp.pre[5,200]  b0.mlp.hidden[5,200]
      答え            logit[5,392]  probability[5,392]（位置、トークン）
      根              token[5]  wte.weight[392,17]  h.0.attn.c_attn.weight[17,100]
      どの数も開くことができ、どの和も最後の桁まで合います。
      """)
}
