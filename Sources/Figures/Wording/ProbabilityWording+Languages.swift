extension ProbabilityWording {
  static let english = ProbabilityWording(
    truthTitle: "What really comes next, and what the model expects",
    truthDescription: { probes, mean in
      "At each of these places the town's own rules say how likely each way to go on is. Below it is "
        + "what the model, which has only read texts, believes. Over all "
        + "\(NameWording.english(probes, "place")) that were tried the divergence is \(mean) nats on average; "
        + "0 would be perfect knowledge."
    },
    truthColumns: ["After", "Goes on with", "#Truth", "#Model"],
    truthAxis: "probability",
    truthSeries: ["truth", "model"],
    after: { kind, prefix in
      "\(kind): " + (prefix.isEmpty ? "at the beginning" : "after “\(prefix)”")
    },
    nats: { "divergence \($0) nats" },
    noTruth: "nobody knows the true probabilities of these texts",
    calibrationTitle: "Is the model as often right as it says?",
    calibrationDescription: { guesses, confidence, accuracy, error in
      "Its first guesses on the test split, gathered by how sure it was. Of the \(guesses) surest, given "
        + "\(confidence) on average, \(accuracy) were right. Weighted over all, the points lie \(error) "
        + "away from the line (expected calibration error)."
    },
    calibrationColumns: ["Probability of the guess", "#Guesses", "#Mean probability", "#Right"],
    confidenceAxis: "probability that the model gave its first guess",
    rightAxis: "share of these guesses that was right",
    model: "this model",
    honest: "as often right as it says",
    noGuesses: "this run evaluated no tokens"
  )

  static let japanese = ProbabilityWording(
    truthTitle: "本当に続くものと、モデルの予想",
    truthDescription: { probes, mean in
      "どの続きがどれだけ起こりやすいかは、町の規則から正確に計算できます。その下が、文章を読んだだけのモデルの予想です。"
        + "調べた\(probes)か所の平均で、ずれ（ダイバージェンス）は\(mean)ナット。0なら、確率まで完全に知っていることになります。"
    },
    truthColumns: ["ここまで", "続き", "#本当の確率", "#モデルの確率"],
    truthAxis: "確率",
    truthSeries: ["本当の確率", "モデルの確率"],
    after: { kind, prefix in "\(kind)：" + (prefix.isEmpty ? "書き出し" : "「\(prefix)」のあと") },
    nats: { "ずれ \($0) ナット" },
    noTruth: "この文章については、本当の確率が分かりません",
    calibrationTitle: "自信のとおりに当たっているか",
    calibrationDescription: { guesses, confidence, accuracy, error in
      "テスト用の文書での第一候補を、モデルの自信の強さで分けました。いちばん自信のある\(guesses)個では、平均\(confidence)の自信に対して"
        + "\(accuracy)が当たりました。全体では、点は線から平均\(error)離れています（期待較正誤差）。"
    },
    calibrationColumns: ["第一候補の確率", "#個数", "#平均の確率", "#当たった割合"],
    confidenceAxis: "モデルが第一候補に与えた確率",
    rightAxis: "そのうち当たった割合",
    model: "このモデル",
    honest: "自信のとおりに当たる場合",
    noGuesses: "この実行では、評価したトークンがありません"
  )
}
