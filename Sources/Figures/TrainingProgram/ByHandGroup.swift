import Names

/// The words of one group of lines of the example that is worked by hand.
package struct ByHandGroup {
  package var title: LocalizedText
  /// What the lines do, in one sentence.
  package var sentence: LocalizedText

  private init(_ title: LocalizedText, _ sentence: LocalizedText) {
    self.title = title
    self.sentence = sentence
  }

  /// All groups by their ids in the record.
  package static let all = forward.merging(backward) { first, _ in first }

  private static let forward = [
    "sum": ByHandGroup(
      LocalizedText(en: "Token plus place", ja: "トークンと位置を足す"),
      LocalizedText(
        en: "Each token has a row of E, each place a row of P, and the two are added.",
        ja: "トークンごとのEの行と、位置ごとのPの行を足します。")),
    "normalization": ByHandGroup(
      LocalizedText(en: "Normalization", ja: "正規化"),
      LocalizedText(
        en: "The mean is taken away, and what is left is divided by the spread.",
        ja: "平均を引き、残りをばらつきで割ります。")),
    "query-key-value": ByHandGroup(
      LocalizedText(en: "Query, keys and values", ja: "クエリ、キー、バリュー"),
      LocalizedText(
        en: "The normalized rows go through three matrices: one asks, one offers, one hands over.",
        ja: "正規化した行を3つの行列に通し、尋ねる行、差し出す行、手渡す行を作ります。")),
    "scores": ByHandGroup(
      LocalizedText(en: "How well the query fits each key", ja: "クエリが各キーにどれだけ合うか"),
      LocalizedText(
        en: "The query of b is multiplied with each key, number by number, and added up.",
        ja: "bのクエリと各キーを、数ごとに掛けて足します。")),
    "pattern": ByHandGroup(
      LocalizedText(en: "Softmax: shares that add up to 1", ja: "ソフトマックス：足すと1になる配分"),
      LocalizedText(
        en: "e is raised to each score, and each result is divided by the sum of both.",
        ja: "eをスコア乗し、それぞれを合計で割ります。")),
    "mix": ByHandGroup(
      LocalizedText(en: "The values, mixed by these shares", ja: "その配分でバリューを混ぜる"),
      LocalizedText(
        en: "Each value is multiplied by the share of its token, and both are added.",
        ja: "バリューにそのトークンの配分を掛けて、足し合わせます。")),
    "attention-out": ByHandGroup(
      LocalizedText(en: "Back into the residual stream", ja: "残差ストリームに戻す"),
      LocalizedText(
        en: "One more matrix, and what attention found is added to the row of b.",
        ja: "もう一つの行列を通し、注意が見つけたものをbの行に足します。")),
    "hidden": ByHandGroup(
      LocalizedText(en: "Eight hidden numbers", ja: "8個の中間の数"),
      LocalizedText(
        en: "The first matrix of the network makes eight numbers out of two.",
        ja: "1番目の行列が、2個の数から8個の数を作ります。")),
    "gelu": ByHandGroup(
      LocalizedText(
        en: "GELU: large ones pass, negative ones hardly", ja: "GELU：大きい数は通し、負の数はほとんど通さない"),
      LocalizedText(
        en: "Each of the eight passes through the same bent curve.",
        ja: "8個の数を、一つずつ同じ曲線に通します。")),
    "mlp-out": ByHandGroup(
      LocalizedText(en: "Back into the residual stream", ja: "残差ストリームに戻す"),
      LocalizedText(
        en: "The second matrix makes two numbers again, and they are added to the row.",
        ja: "2番目の行列でまた2個の数にして、行に足します。")),
    "logits": ByHandGroup(
      LocalizedText(en: "One logit for each token", ja: "トークンごとに1つのロジット"),
      LocalizedText(
        en: "The row is compared with the row of each token in E.",
        ja: "行を、Eにある各トークンの行と比べます。")),
    "probabilities": ByHandGroup(
      LocalizedText(en: "Softmax: probabilities", ja: "ソフトマックス：確率"),
      LocalizedText(
        en: "The same softmax as in attention, here over the three tokens.",
        ja: "注意と同じソフトマックスを、ここでは3つのトークンにかけます。")),
    "loss": ByHandGroup(
      LocalizedText(en: "The loss: the surprise at the true token", ja: "損失：正解がどれだけ意外だったか"),
      LocalizedText(
        en: "Of the three probabilities only that of the true token counts.",
        ja: "3つの確率のうち、正解のトークンの確率だけを使います。")),
  ]

  private static let backward = [
    "logits-back": ByHandGroup(
      LocalizedText(
        en: "Slopes of the logits: probability minus truth", ja: "ロジットの傾き：確率 − 正解"),
      LocalizedText(
        en: "The loss would fall if the true logit rose and the others sank.",
        ja: "正解のロジットが上がり、ほかが下がれば、損失は減ります。")),
    "table-back": ByHandGroup(
      LocalizedText(en: "E as the table of outputs", ja: "出力の表としてのE"),
      LocalizedText(
        en: "A weight's slope is what went in times the slope of what came out.",
        ja: "重みの傾きは、入ってきた数と、出ていった数の傾きの積です。")),
    "normalized-back": ByHandGroup(
      LocalizedText(en: "Slopes before the weights", ja: "重みの手前の傾き"),
      LocalizedText(
        en:
          "Going back through a matrix, each slope is multiplied by the same weights as on the way there.",
        ja: "行列を逆に通るときは、行きと同じ重みを傾きに掛けます。")),
    "gain-back": ByHandGroup(
      LocalizedText(en: "Gain and bias of the normalization", ja: "正規化のゲインとバイアス"),
      LocalizedText(
        en: "Both change nothing yet, but they have slopes of their own.",
        ja: "どちらもまだ何も変えませんが、傾きはあります。")),
    "normalization-back": ByHandGroup(
      LocalizedText(en: "Back through the normalization", ja: "正規化を逆に通る"),
      LocalizedText(
        en: "What all numbers have in common is taken away again, for the mean had removed it.",
        ja: "どの数にも共通する分は、平均を引いたときに消えたので、ここでも取り去ります。")),
    "w2-back": ByHandGroup(
      LocalizedText(en: "Second matrix of the network", ja: "2番目の行列"),
      LocalizedText(
        en: "Each weight gets its share of the blame: what went in times the slope behind it.",
        ja: "重みの傾きは、入ってきた数と、その先の傾きの積です。")),
    "active-back": ByHandGroup(
      LocalizedText(en: "Slopes after GELU", ja: "GELUのあとの傾き"),
      LocalizedText(
        en: "Each hidden number led to both outputs, so both slopes come back to it.",
        ja: "中間の数は両方の出力につながるので、両方の傾きが戻ってきます。")),
    "gelu-back": ByHandGroup(
      LocalizedText(en: "Back through GELU", ja: "GELUを逆に通る"),
      LocalizedText(
        en: "How steep the curve was at each number decides how much comes through.",
        ja: "それぞれの数のところで曲線がどれだけ急かによって、通る分が決まります。")),
    "w1-back": ByHandGroup(
      LocalizedText(en: "First matrix of the network", ja: "1番目の行列"),
      LocalizedText(
        en: "The same rule again: what went in times the slope of what came out.",
        ja: "ここでも、入ってきた数と、出ていった数の傾きの積です。")),
    "stream-back": ByHandGroup(
      LocalizedText(en: "Both ways of the stream together", ja: "ストリームの2つの道を合わせる"),
      LocalizedText(
        en: "The row went past the network and through it, so both slopes are added.",
        ja: "行はMLPを通る道と通らない道に分かれていたので、両方の傾きを足します。")),
    "wo-back": ByHandGroup(
      LocalizedText(en: "Output of attention", ja: "注意の出力"),
      LocalizedText(
        en: "The matrix behind the mixed values gets its slopes, and so does the mix.",
        ja: "混ぜたバリューのあとの行列と、混ぜた値の傾きを求めます。")),
    "pattern-back": ByHandGroup(
      LocalizedText(en: "Back through softmax", ja: "ソフトマックスを逆に通る"),
      LocalizedText(
        en: "Shares add up to 1, so what one wins the other loses: the two slopes are opposite.",
        ja: "配分の合計は1なので、一方が増えれば他方は減ります。2つの傾きは正反対です。")),
    "qkv-back": ByHandGroup(
      LocalizedText(en: "Query, keys and values", ja: "クエリ、キー、バリュー"),
      LocalizedText(
        en: "The slope of a query comes from the keys, that of a key from the query.",
        ja: "クエリの傾きはキーから、キーの傾きはクエリから求まります。")),
    "wqkv-back": ByHandGroup(
      LocalizedText(en: "Their matrices and biases", ja: "それぞれの行列とバイアス"),
      LocalizedText(
        en: "Both tokens used the same matrices, so their slopes are added.",
        ja: "2つのトークンが同じ行列を使ったので、傾きを足します。")),
    "embedding-back": ByHandGroup(
      LocalizedText(en: "Places and tokens", ja: "位置とトークン"),
      LocalizedText(
        en: "What arrives at the beginning belongs to the place and to the token alike.",
        ja: "はじめまで届いた傾きは、位置とトークンの両方のものです。")),
    "one-step": ByHandGroup(
      LocalizedText(en: "One weight, E[c,1], term by term", ja: "1つの重みE[c,1]を、項ごとに"),
      LocalizedText(
        en: "Mean of the gradients, mean of their squares, both corrected, and the step.",
        ja: "勾配の平均、二乗の平均、その補正、そして一歩です。")),
    "all-steps": ByHandGroup(
      LocalizedText(en: "All weights", ja: "すべての重み"),
      LocalizedText(
        en: "At the first step only the sign of each gradient remains.",
        ja: "最初の一歩では、それぞれの勾配の符号だけが残ります。")),
  ]
}
