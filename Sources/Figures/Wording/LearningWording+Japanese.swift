extension LearningWording {
  static let japanese = LearningWording(
    hyperparametersTitle: "この実行のハイパーパラメータ",
    hyperparametersDescription: { count in
      "学習を始める前に人が決めておく\(count)個の値です。学習の途中で変わることはありません。"
    },
    hyperparametersColumns: ["名前", "#値", "はたらき"],
    rateTitle: "学習率の移り変わり",
    rateSeries: "学習率",
    rateAxis: "学習率",
    rateDescription: { peak, step, last in
      "はじめは小さく始めて、ステップ\(step)で最大の\(peak)になります。そのあとコサイン曲線に沿って\(last)まで下がります。"
    },
    rateColumns: ["#ステップ", "#学習率"],
    stepAxis: "学習ステップ",
    lossAxis: "損失（ナット／トークン）",
    lossExampleTitle: "一つの予測が、一つの損失になる",
    probabilityAxis: "確率",
    target: "正解の次のトークン",
    lossExampleDescription: { context, target, probability, loss in
      "「\(context)」のあとに続く正解は「\(target)」です。モデルはその確率を\(probability)としたので、損失は −ln(\(probability)) = \(loss)ナットです。"
    },
    candidateColumns: ["トークン", "#ID", "#ロジット", "#確率"],
    gradientCheckTitle: "勾配は正しいか：同じ傾きを二つの方法で求める",
    gradientCheckDescription: { count, worst in
      "\(count)個の重みについて、誤差逆伝播で求めた傾きと、重みを少し動かして損失の変化から求めた傾きを並べました。相対差は最大でも\(worst)です。"
    },
    gradientCheckColumns: ["重み", "#値", "#誤差逆伝播", "#差分", "#相対差"],
    noGradientChecks: "この実行には、勾配の検算が記録されていません",
    adamTitle: "一つの重みの、AdamWの1ステップ",
    adamDescription: { parameter, step, before, after in
      "重み\(parameter)は、ステップ\(step)で\(before)から\(after)に変わります。どの行も上の行の数だけで計算でき、電卓で確かめられます。"
    },
    adamColumns: ["項", "式", "#値"],
    adamTerms: AdamTerms(
      weight: "重み w", gradient: "勾配 g（クリップ後）", first: "勾配の平均 m", second: "二乗の平均 v",
      firstCorrected: "補正した m̂", secondCorrected: "補正した v̂", update: "動かす量 Δ", after: "新しい重み w′"),
    noAdamStep: "この実行には、AdamWのステップが記録されていません",
    lossTitle: "学ぶにつれて、損失が下がる",
    lossSeries: "各ステップのバッチの損失",
    validationSeries: "検証用の文書での損失",
    uniform: { "当てずっぽう：\($0)" },
    lossDescription: { first, last, steps in
      "\(steps)ステップで、損失は1トークンあたり\(first)ナットから\(last)ナットまで下がりました。"
    },
    lossColumns: ["#ステップ", "#学習の損失", "#検証の損失"],
    noSteps: "この実行には、学習のステップが記録されていません",
    normTitle: "各ステップの引っぱる強さ：勾配ノルム",
    normAxis: "勾配ノルム",
    normSeries: "全パラメータ",
    normParts: { index, count in
      index == 0 ? "埋め込み" : index == count - 1 ? "最後の正規化" : "ブロック\(index - 1)"
    },
    normDescription: { greatest, step, last in
      "クリップする前の、勾配全体の長さです。最大はステップ\(step)の\(greatest)、最後は\(last)です。"
    },
    normColumns: ["#ステップ", "#勾配ノルム"],
    validationTitle: "身についたのか、丸暗記か：学習と検証の損失",
    validationDescription: { best, loss, training, stopped in
      "検証の損失がいちばん低いのはステップ\(best)で、1トークンあたり\(loss)ナット（そのときの学習の損失は\(training)）。"
        + (stopped ? "そのあと上がり始めたので学習を打ち切り、いちばん良かったパラメータを残しました。" : "このステップのパラメータを残しました。")
    },
    bestMark: { "採用：ステップ\($0)" },
    smoothed: "学習（前後の平均）",
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
    noSnapshots: "この実行には、学習途中の記録が残っていません"
  )
}
