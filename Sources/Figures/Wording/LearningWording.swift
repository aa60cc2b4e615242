/// Words of the figures that follow the training.
struct LearningWording: Sendable {
  var stepAxis: String
  var lossAxis: String
  var validationSeries: String
  var lossColumns: [String]
  var normParts: @Sendable (_ index: Int, _ count: Int) -> String
  var atStep: @Sendable (_ step: String) -> String
  var attentionTitle: String
  var attentionDescription:
    @Sendable (_ layer: Int, _ head: Int, _ snapshots: Int, _ text: String) -> String
  var attentionColumns: [String]
  var embeddingTitle: String
  var embeddingDescription: @Sendable (_ tokens: Int, _ first: String, _ last: String) -> String
  var embeddingAxes: (x: String, y: String)
  var embeddingColumns: [String]
  var textTitle: String
  var textDescription: @Sendable (_ prompt: String, _ count: Int) -> String
  var textColumns: [String]
  var predictionTitle: String
  var predictionDescription:
    @Sendable (_ prompt: String, _ token: String, _ first: String, _ last: String) -> String
  var stepColumn: String

  static let english = LearningWording(
    stepAxis: "training step",
    lossAxis: "loss (nats per token)",
    validationSeries: "loss on validation documents",
    lossColumns: ["#Step", "#Training loss", "#Validation loss"],
    normParts: { index, count in
      index == 0
        ? "embeddings" : index == count - 1 ? "last normalization" : "block \(index - 1)"
    },
    atStep: { "step \($0)" },
    attentionTitle: "Attention while it is being learned",
    attentionDescription: { layer, head, snapshots, text in
      "Layer \(layer), head \(head), the head that changed most, for “\(text)” at "
        + "\(NameWording.english(snapshots, "moment")) of training. It begins as an even blur and ends "
        + "with clear preferences."
    },
    attentionColumns: ["#Step", "Looking from", "Looks most at", "#Weight"],
    embeddingTitle: "Embeddings while they are being learned",
    embeddingDescription: { tokens, first, last in
      "\(NameWording.english(tokens, "token")) in two dimensions, from step \(first) to step \(last), on "
        + "axes that stay put. Tokens that are used alike move together."
    },
    embeddingAxes: (x: "first direction", y: "second direction"),
    embeddingColumns: ["Token", "#x at first", "#y at first", "#x at last", "#y at last"],
    textTitle: "What the model writes while it is learning",
    textDescription: { prompt, count in
      let task = prompt.isEmpty ? "wrote without any prompt" : "made of “\(prompt)”"
      return "What the model \(task) at \(NameWording.english(count, "moment")) of training: from "
        + "noise to sentences."
    },
    textColumns: ["#Step", "Prompt", "Text"],
    predictionTitle: "The probability of the next token while learning",
    predictionDescription: { prompt, token, first, last in
      "After “\(prompt)”, the token “\(token)” rises from \(first) to \(last)."
    },
    stepColumn: "#Step"
  )

  static let japanese = LearningWording(
    stepAxis: "学習ステップ",
    lossAxis: "損失（ナット／トークン）",
    validationSeries: "検証用の文書での損失",
    lossColumns: ["#ステップ", "#学習の損失", "#検証の損失"],
    normParts: { index, count in
      index == 0 ? "埋め込み" : index == count - 1 ? "最後の正規化" : "ブロック\(index - 1)"
    },
    atStep: { "ステップ\($0)" },
    attentionTitle: "注意が学ばれていく様子",
    attentionDescription: { layer, head, snapshots, text in
      "「\(text)」に対する、第\(layer)層・ヘッド\(head)（いちばん大きく変わったヘッド）の注意を、学習中の\(snapshots)時点で示します。はじめは一様にぼんやりしていますが、しだいに見る相手がはっきりします。"
    },
    attentionColumns: ["#ステップ", "見る側", "いちばん見ている相手", "#重み"],
    embeddingTitle: "埋め込みが学ばれていく様子",
    embeddingDescription: { tokens, first, last in
      "\(tokens)個のトークンを二次元に表し、ステップ\(first)からステップ\(last)まで同じ軸で並べました。似た使われ方をするトークンは近くに集まります。"
    },
    embeddingAxes: (x: "第1の方向", y: "第2の方向"),
    embeddingColumns: ["トークン", "#最初のx", "#最初のy", "#最後のx", "#最後のy"],
    textTitle: "学習の途中でモデルが書く文",
    textDescription: { prompt, count in
      let task = prompt.isEmpty ? "何も与えずに文を" : "「\(prompt)」の続きを"
      return "\(task)、学習中の\(count)時点で書かせたものです。でたらめな文字が、しだいに文になります。"
    },
    textColumns: ["#ステップ", "書き出し", "文"],
    predictionTitle: "次のトークンの確率が、学習で変わる様子",
    predictionDescription: { prompt, token, first, last in
      "「\(prompt)」のあとのトークン「\(token)」の確率は、\(first)から\(last)に変わりました。"
    },
    stepColumn: "#ステップ"
  )
}
