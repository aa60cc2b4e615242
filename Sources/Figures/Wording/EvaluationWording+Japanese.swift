extension EvaluationWording {
  static let japanese = EvaluationWording(
    tableTitle: "一度も見ていない文書で、どれだけうまくできるか",
    tableDescription: { tokens, loss, perplexity, accuracy in
      "テスト用の\(tokens)トークンで、損失は1トークンあたり\(loss)ナット。\(perplexity)個のトークンから公平に一つ選ぶのと同じくらいの迷い方です。最初の予想が当たった割合は\(accuracy)でした。"
    },
    tableColumns: ["指標", "#値", "単位"],
    measures: Measures(
      trainingLoss: "学習用の文書での損失", validationLoss: "検証用の文書での損失", loss: "テスト用の文書での損失",
      lossPerByte: "テスト用の文書での損失（1バイトあたり）", perplexity: "パープレキシティ", accuracy: "最初の予想が正解",
      floor: "文章そのもののエントロピー（これより下はない）", gram: { "\($0)-gramモデル（1バイトあたり）" },
      nats: "ナット／トークン", natsPerByte: "ナット／バイト"),
    scoresTitle: "質問にどれだけ正しく答えられるか",
    scoresAxis: "質問の数",
    scoresSeries: ["正解", "不正解"],
    phrasing: { phrasing in
      switch phrasing {
      case .seen: "学習で見た聞き方"
      case .heldOutPhrasing: "この事実では見ていない聞き方"
      case .heldOutCombination: "学習で聞かれたことのない事実"
      }
    },
    scoresDescription: { right, asked, share in
      "\(asked)問のうち\(right)問に正しく答えました（\(share)）。答えはモデルが書いた文そのもので、どこかから写したものではありません。"
    },
    scoresColumns: ["言語", "質問の種類", "#正解", "#出題", "#正答率"],
    noQuestions: "この文章については正解が分からないため、質問はしていません",
    answersTitle: "正しい答えと間違った答えを並べて見る",
    answersDescription: { right, wrong in
      "この実行での正解\(right)例と不正解\(wrong)例です。どれもモデルが書いたままの文です。"
    },
    answersColumns: ["質問", "モデルの答え", "正解"],
    floorTitle: "数えるだけのモデルと、真の下限のあいだ",
    floorAxis: "損失（テスト文の1バイトあたりのナット）",
    model: "Transformer",
    gram: { "\($0)-gramの数え上げ" },
    floor: "文章のエントロピー",
    floorDescription: { model, best, floor in
      "このモデルは1バイトあたり\(model)ナット。数えるだけのn-gramモデルは、いちばん良くても\(best)です。"
        + (floor.map { "文章そのものが\($0)ナットの情報を持っているので、どんなモデルも長い目で見ればこれより下がりません。" } ?? "")
    },
    floorColumns: ["モデル", "#損失（ナット／バイト）"],
    fileTitle: "モデルのファイルの先頭のバイト",
    fileDescription: { name, size, tensors in
      "\(name)（\(size)）。はじめの8バイトがヘッダーの長さ、次が\(tensors)個のテンソルを並べたJSONのヘッダー、その先はすべて数値です。"
    },
    fileColumns: ["テンソル", "型", "形", "#開始バイト", "#終了バイト"],
    lengthPart: { length in
      ("ヘッダーの長さ", "8バイトの整数（下の桁が先）。ヘッダーは\(length)バイトです。")
    },
    headerPart: { excerpt in ("ヘッダー", "テンソルの名前を並べたJSON。先頭：\(excerpt)") },
    dataPart: { name, value in ("データ", "\(name) の数値。一つ4バイトで、最初の値は\(value)です。") },
    sameTitle: "二つのプログラム、同じ数値",
    sameDescription: { prompt, difference in
      "「\(prompt)」の最後の位置のロジットを、学習プログラムと、保存したファイルを読んだ推論プログラムとで比べました。差は最大でも\(difference)です。"
    },
    sameColumns: ["トークン", "#学習プログラム", "#推論プログラム", "#差"],
    noComparison: "この実行では、ロジットを比べていません"
  )
}
