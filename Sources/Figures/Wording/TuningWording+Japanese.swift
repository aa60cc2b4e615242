extension TuningWording {
  static let japanese = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "基準の設定"
      case .together: "いちばん良かった値を全部"
      case .learningRate: "学習率"
      case .width: "幅"
      case .layerCount: "層の数"
      case .headCount: "ヘッドの数"
      case .batchSize: "バッチ"
      case .dropout: "ドロップアウト"
      }
    },
    base: { "\($0)（基準）" },
    sweepTitle: "掃引：つまみを一つだけ回して比べる",
    sweepDescription: { runs, tokens, best, loss, failed in
      "小さなモデル\(runs)個を、それぞれ約\(tokens)トークンで学習させ、同じ検証データで比べました。短いほど良い結果です。"
        + "いちばん低いのは「\(best)」で、1トークンあたり\(loss)ナットです。"
        + (failed == 0 ? "失敗した実行はありません。" : "\(failed)個は失敗し、当てずっぽうより悪くなったか、数でなくなりました。")
    },
    sweepAxis: "検証の損失の最小値（ナット／トークン）",
    sweepColumns: ["変えたもの", "#値", "#パラメータ", "#ステップ", "#検証の損失（最小）", "#最後", "備考"],
    guessing: { "当てずっぽう：\($0)" },
    noNumber: { "✗ ステップ\($0)のあと数でなくなった" },
    worseThanGuessing: "✗ 失敗",
    best: "最良",
    frugal: "差2%以内で最小",
    noTrials: "この実行には、掃引が記録されていません",
    curvesTitle: "それぞれの実行がたどった道",
    curvesDescription: { names in
      "学習率を変えた実行と、いちばん良かった値をまとめた実行の検証の損失です。横軸は実行全体のうち終わった割合です（\(names)）。"
    },
    curvesAxes: (x: "終わった割合（%）", y: "検証の損失（ナット／トークン）"),
    curvesColumns: ["#終わった割合"],
    tableTitle: "掃引でわかったことと、このモデルに使った値",
    tableDescription: { agreeing, all in
      "つまみごとに、小さな実行でいちばん良かった値と、本番のモデルに使った値を並べました。\(all)個のうち\(agreeing)個では食い違いがありません。"
    },
    tableColumns: ["つまみ", "#基準", "#最良の値", "#その損失", "#本番の値", "合っているか"],
    agreement: { agreement in
      switch agreement {
      case .same: "合っている（試した中で最良）"
      case .close: "ほぼ合っている（差は1%以内）"
      case .direction: "基準から見て同じ向き"
      case .different: "食い違う（小さな実行は別の値を指す）"
      }
    },
    overfittingTitle: "学ぶことと、丸暗記すること",
    overfittingDescription: { numbers in
      "片方は訓練の文書をすべて読み、もう片方は\(numbers.documents)個の文書だけを\(numbers.epochs)回繰り返し読みました。"
        + "丸暗記のほうは、学習の損失が\(numbers.training)まで下がるのに、検証の損失はステップ\(numbers.step)の\(numbers.best)を底に"
        + "\(numbers.last)で終わります。もう片方は\(numbers.healthy)です。"
    },
    overfittingSeries: OverfittingSeries(
      overfittedTraining: "少しの文書：学習", overfittedValidation: "少しの文書：検証",
      healthyTraining: "すべての文書：学習", healthyValidation: "すべての文書：検証"),
    overfittingMarks: { best, stop in
      (best: "採用：\(best)", stop: stop.map { "打ち切り：\($0)" } ?? "")
    },
    overfittingColumns: ["#ステップ", "#少し：学習", "#少し：検証", "#すべて：学習", "#すべて：検証"],
    lossAxis: "損失（ナット／トークン）",
    stepAxis: "学習ステップ"
  )
}

extension ShrinkingWording {
  static let japanese = ShrinkingWording(
    variant: { kind, percent, bits in
      switch kind {
      case .full: "学んだまま（32ビット）"
      case .pruned: "\(percent ?? 0)%枝刈り"
      case .quantized: "\(bits)ビット"
      case .distilled: "小型・先生あり"
      case .alone: "小型・先生なし"
      }
    },
    tradeoffTitle: "大きさと損失のつり合い",
    tradeoffDescription: { count, smallest, size in
      "一つのモデルから作った\(count)種類を、ファイルの大きさと検証の損失で並べました。左下にあるほど優秀です。いちばん小さいのは「\(smallest)」の\(size)です。"
    },
    tradeoffAxes: (x: "大きさ（kB）", y: "検証の損失（ナット／トークン）"),
    prunedLine: { "\($0)%枝刈り" },
    quantizedLine: { "\($0)ビット" },
    noVariants: "この実行には、小さくしたモデルが記録されていません",
    tableTitle: "小さくする代わりに失うもの",
    tableDescription: { documents, tokens in
      "検証の文書\(documents)個（\(tokens)トークン）での損失、同じ質問への正答、1トークンあたりの仕事量です。テストの文書は開けていません。"
    },
    tableColumns: ["種類", "#大きさ", "#損失", "#英語", "#日本語", "#掛け算", "#読むバイト"],
    promptsTitle: "同じ質問を、小さくする前とあとで",
    promptsDescription: { prompts, variants in
      "\(prompts)個の質問に、\(variants)種類のモデルが答えました。一つは先頭の質問、ほかは答えがいちばん分かれた質問です。"
    },
    promptsColumns: ["質問", "種類", "答え"],
    expected: { "正解：\($0)" },
    noPrompts: "この実行には、小さくしたモデルへの質問が記録されていません",
    silence: "（無言）",
    quantizedTitle: "重みを整数にする",
    quantizedDescription: { largest, scale8, scale4 in
      "この列でいちばん大きい重みは\(largest)です。127で割ると8ビットの目盛り\(scale8)、7で割ると4ビットの目盛り\(scale4)になります。"
        + "重みを目盛りで割って丸めた整数だけを残し、計算のときは目盛りを掛けて戻します。"
    },
    quantizedColumns: ["#行", "#重み", "#8ビット", "#戻した値", "#4ビット", "#戻した値"],
    prunedTitle: "小さい重みから順に消す",
    prunedDescription: { percent, threshold in
      "同じ行列の同じ隅です。斜線のますは0にしたところで、\(percent)%を消すと、大きさ\(threshold)以下がなくなります。"
    },
    prunedBefore: "学んだまま",
    prunedCell: "0にした重み",
    prunedAfter: { "\($0)%枝刈り" },
    noCorners: "この実行には、枝刈りした重みが記録されていません"
  )
}
