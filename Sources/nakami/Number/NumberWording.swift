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
  var target: @Sendable (_ text: String) -> String
  var masked: String
  /// Of a slope that is 0 because nothing depends on the number.
  var unmoved: String
  var step: @Sendable (CalculationStep) -> String
  private var formulas: @Sendable (QuantityKind) -> String?
  private var slopes: @Sendable (Quantity) -> String?

  /// How such a number is made; nil for a root.
  func formula(of made: Derivation) -> String? {
    made.isRoot
      ? nil : made.quantity.isGradient ? slopes(made.quantity) : formulas(made.quantity.kind)
  }

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
    target: { "what is to come: “\($0)”; nothing lies below it" },
    masked: "0: a token does not look at later ones",
    unmoved: "0: nothing that is asked for depends on it",
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
      case .logarithm: "its logarithm"
      case .share: "1 ÷ how many predictions"
      case .factor: "that ÷ all of them added up"
      case .less: "slope − average"
      case .product: "standard × B"
      case .rest: "that − standard × B"
      case .branch: "that × (1 ÷ deviation)"
      case .sigma: "neuron ÷ sum"
      case .slope: "2·√(2/π)·(1 + 3·0.044715·sum²)"
      case .derivative: "slope of GELU"
      case .block: "of up to 64 rows"
      }
    },
    formulas: { kind in
      switch kind {
      case .token, .parameter, .target: nil
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
      case .loss: "ln( all e to (logit − greatest) added up ) + greatest − logit of what came"
      case .firstStandard, .secondStandard, .finalStandard: "(number − mean) ÷ deviation"
      case .firstCommon, .secondCommon, .finalCommon: "all slopes of the row added up ÷ how many"
      case .firstAlong, .secondAlong, .finalAlong:
        "all (slope × normalized number) added up ÷ how many"
      case .weightMean: "all (slope of a share × share)"
      }
    },
    slopes: { number in
      switch number.kind {
      case .parameter: englishSlope(ofParameter: number.tensor)
      case .logit: "( e to the logit ÷ all such powers − 1 if it came ) ÷ how many predictions"
      case .finalNormalized: "all (slope of a logit × number of the token's row)"
      case .input, .middle, .output:
        "slope beside the normalization + (slope − A − standard × B) ÷ deviation"
      case .firstStandard, .secondStandard, .finalStandard: "slope of the copy × gain"
      case .neuron: "all (slope of the stream × weight)"
      case .neuronSum: "slope of the neuron × slope of GELU"
      case .secondNormalized: "all (slope of a neuron's sum × weight)"
      case .mixed: "all (slope of the stream × weight)"
      case .weight: "all (slope of what is handed on × number of the value)"
      case .score: "share × (slope of the share − M)"
      case .dot: "slope of the score ÷ √width"
      case .query: "all (slope of a product × number of the key)"
      case .key: "all (slope of a product × number of the query)"
      case .value: "all (slope of what is handed on × share)"
      case .firstNormalized: "all (slope of query, key or value × weight)"
      default: nil
      }
    })

  private static func englishSlope(ofParameter tensor: String) -> String {
    switch tensor {
    case "wte.weight": "all (last copy × slope of the logit) + slopes of the rows it began"
    case "wpe.weight": "slope of the row that it began"
    case "lm_head.weight": "all (last copy × slope of the logit)"
    case _ where tensor.hasSuffix(".bias"): "all slopes of what it was added to"
    default: "all (what went in × slope of what came out)"
    }
  }

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
    target: { "次に来るべきもの：「\($0)」。この下には何もない" },
    masked: "0：トークンは、後ろのトークンを見ない",
    unmoved: "0：この数を動かしても、当てるべきものには響かない",
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
      case .logarithm: "その対数"
      case .share: "1 ÷ 予測の個数"
      case .factor: "それ ÷ 全部を足した値"
      case .less: "傾き − 平均"
      case .product: "正規化された数 × B"
      case .rest: "それ − 正規化された数 × B"
      case .branch: "それ ×（1 ÷ 標準偏差）"
      case .sigma: "ニューロン ÷ 和"
      case .slope: "2·√(2/π)·（1 ＋ 3·0.044715·和²）"
      case .derivative: "GELUの傾き"
      case .block: "64行までの和"
      }
    },
    formulas: { kind in
      switch kind {
      case .token, .parameter, .target: nil
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
      case .loss: "ln（eの（ロジット − 最大）乗をすべて足した値）＋ 最大 − 来たトークンのロジット"
      case .firstStandard, .secondStandard, .finalStandard: "（数 − 平均）÷ 標準偏差"
      case .firstCommon, .secondCommon, .finalCommon: "行の傾きをすべて足す ÷ 個数"
      case .firstAlong, .secondAlong, .finalAlong: "（傾き × 正規化された数）をすべて足す ÷ 個数"
      case .weightMean: "（取り分の傾き × 取り分）をすべて足す"
      }
    },
    slopes: { number in
      switch number.kind {
      case .parameter: japaneseSlope(ofParameter: number.tensor)
      case .logit: "（eのロジット乗 ÷ それらの和 − 来たトークンなら1）÷ 予測の個数"
      case .finalNormalized: "（ロジットの傾き × トークンの行の数）をすべて足す"
      case .input, .middle, .output:
        "正規化を通らない傾き ＋（傾き − A − 正規化された数 × B）÷ 標準偏差"
      case .firstStandard, .secondStandard, .finalStandard: "写しの傾き × 倍率"
      case .neuron: "（残差ストリームの傾き × 重み）をすべて足す"
      case .neuronSum: "ニューロンの傾き × GELUの傾き"
      case .secondNormalized: "（ニューロンの和の傾き × 重み）をすべて足す"
      case .mixed: "（残差ストリームの傾き × 重み）をすべて足す"
      case .weight: "（渡される行の傾き × バリューの数）をすべて足す"
      case .score: "取り分 ×（取り分の傾き − M）"
      case .dot: "スコアの傾き ÷ √幅"
      case .query: "（内積の傾き × キーの数）をすべて足す"
      case .key: "（内積の傾き × クエリの数）をすべて足す"
      case .value: "（渡される行の傾き × 取り分）をすべて足す"
      case .firstNormalized: "（クエリ・キー・バリューの傾き × 重み）をすべて足す"
      default: nil
      }
    })

  private static func japaneseSlope(ofParameter tensor: String) -> String {
    switch tensor {
    case "wte.weight": "（最後の写し × ロジットの傾き）をすべて足す ＋ その行から始まった行の傾き"
    case "wpe.weight": "そこから始まった行の傾き"
    case "lm_head.weight": "（最後の写し × ロジットの傾き）をすべて足す"
    case _ where tensor.hasSuffix(".bias"): "足し込んだ先の傾きをすべて足す"
    default: "（入った数 × 出た数の傾き）をすべて足す"
    }
  }

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
      slopes   b0.h1.q.grad[5,3]  wte.weight.grad[392,17]: of the mean loss, if what was read and written
               were to be learned; loss[5]  target[5]  b0.ln1.A[5]  b0.ln1.B[5]  b0.h1.M[5]
      paper    back-loss:dE[c,1]: of the example for a pocket calculator, without --prompt
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
      傾き            b0.h1.q.grad[5,3]  wte.weight.grad[392,17]（読んで書いた文章を学習させるとしたときの、平均の損失の傾き）
                      loss[5]  target[5]  b0.ln1.A[5]  b0.ln1.B[5]  b0.h1.M[5]
      紙の上          back-loss:dE[c,1]（電卓でたどる例の数。--promptはいらない）
      どの数も開くことができ、どの和も最後の桁まで合います。
      """)
}
