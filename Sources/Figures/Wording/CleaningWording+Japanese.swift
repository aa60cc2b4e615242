import Charts

extension CleaningWording {
  static let japanese = CleaningWording(
    diffTitle: "ある文書の、クリーニング前と後",
    diffDescription: { id, edits, before, after in
      "\(id)は\(edits)直され、\(before)から\(after)になりました。取り消し線は消された文字、下線は入れられた文字です。"
    },
    deleted: "消された",
    inserted: "入れられた",
    editColumns: ["規則", "#位置（バイト）", "前", "後"],
    leftOut: { "［…\(Numbers.count($0))文字省略…］" },
    noSample: "この実行には、この段階の前後を比べる文書が残っていません",
    rulesTitle: "クリーニングの規則は、それぞれ何をしたか",
    rulesAxis: "直した回数・除いた文書数",
    rulesSeries: ["直した回数", "除いた文書"],
    rulesDescription: { documents, rest, bytes, restBytes in
      "\(documents)（\(bytes)）が入り、\(rest)（\(restBytes)）が残りました。棒の長さは、その規則が文字を直したり文書を捨てたりした回数です。"
    },
    ruleColumns: ["規則", "理由", "#回数", "#文書数", "#捨てた文書", "#減ったバイト数"],
    ruleText: { edits, dropped in
      let counts = [
        edits > 0 ? "\(Numbers.count(edits))か所" : nil,
        dropped > 0 ? "\(Numbers.count(dropped))文書を除外" : nil,
      ]
      return counts.compactMap { $0 }.joined(separator: "、")
    },
    confusionTitle: "規則は正しかったか：混ぜておいたノイズとの答え合わせ",
    confusionAxis: "判断の数",
    confusionSeries: ["見つけたノイズ", "見逃したノイズ", "誤って触れた正しい文"],
    confusionText: { precision, recall in "適合率 \(precision)・再現率 \(recall)" },
    confusionDescription: { rules, worst, share in
      "\(rules)個の規則を採点しました。いちばん弱いのは「\(worst)」で、見つけられたノイズは\(share)です。"
    },
    nothingMissed: { rules in
      "\(rules)個の規則を採点しました。ノイズの見逃しは一つもありませんでした。"
    },
    exact: { exact, known in
      "\(Numbers.count(known))文書のうち\(Numbers.count(exact))文書が、正解と一字一句同じになりました。"
    },
    confusionColumns: [
      "規則", "#見つけた", "#見逃した", "#誤って触れた", "#正しく残した", "#適合率", "#再現率",
    ],
    matrixTitle: "混ぜたノイズに、どの規則が出会ったか",
    matrixDescription: { marked, unmarked in
      "ノイズを混ぜた所で規則が働いたのは\(marked)回（行ごとに、よく働いた規則から並べます）。ノイズの印のない、ページのふつうの体裁を直したのは\(unmarked)回です。"
    },
    matrixColumns: ["混ぜたもの", "出会った規則と回数", "#合計"],
    noNoise: "なし",
    rule: "規則",
    unsuitableRule: "ふさわしくない内容",
    noTruth: "これらの文書にはノイズの場所の記録がないため、答え合わせができません",
    duplicatesTitle: "ほとんど同じ文書",
    duplicatesDescription: { count, first, second, similarity in
      "\(count)組を示します。いちばん似ているのは\(first)と\(second)で、類似度は\(similarity)です。取り消し線は元の文書だけ、下線は写しだけにある文字です。"
    },
    duplicateLabel: { first, second, similarity in
      "\(first) は \(second) の繰り返し：類似度 \(similarity)"
    },
    duplicateColumns: ["捨てた文書", "残した文書", "#類似度"],
    noDuplicates: "この実行では、ほとんど同じ文書は見つかりませんでした",
    droppedTitle: "ふさわしくないと判断された文",
    droppedDescription: { dropped, threshold in
      "点数がしきい値\(threshold)に届いたため、\(dropped)が除かれました。そのいくつかを、点数と理由とともに示します。"
    },
    droppedColumns: ["文書", "該当する文", "#点数", "理由"],
    nothingDropped: "この実行では、ふさわしくない文は見つかりませんでした",
    filterConfusionTitle: "フィルターの判断と正解",
    filterConfusionDescription: { right, wrong, missed, kept in
      "ふさわしくない文のうち\(Numbers.count(right))件を除き、\(Numbers.count(missed))件を見逃しました。問題のない文は\(Numbers.count(wrong))件を誤って除き、\(Numbers.count(kept))件を正しく残しました。"
    },
    filterConfusionRows: ["不適切", "適切"],
    filterConfusionColumns: ["除いた", "残した"],
    truthAxis: "正解",
    decisionAxis: "判断",
    thresholdTitle: "しきい値を動かすとどうなるか",
    thresholdAxis: "しきい値（点数）",
    shareAxis: "割合（0～1）",
    droppedAxis: "除かれた箇所の数",
    precision: "適合率",
    recall: "再現率",
    droppedSeries: "除かれた数",
    thresholdMark: { "使った値：\($0)" },
    thresholdDescription: { threshold, dropped in
      "しきい値が低いと余計なものまで除き（適合率が下がり）、高いと見逃します（再現率が下がります）。この実行では\(threshold)を使い、\(dropped)を除きました。"
    },
    thresholdColumns: ["#しきい値", "#除いた数", "#適合率", "#再現率"],
    noSweep: "この実行では、ほかのしきい値を試していません",
    normalizationTitle: "同じ文字を、一つの書き方にそろえる",
    normalizationDescription: { rules, edits in
      "\(rules)個の規則で、合わせて\(edits)の書き方をそろえました。どの行も実際の例で、取り消し線が前、下線が後です。"
    },
    exampleColumns: ["規則", "前", "後", "#回数"],
    noNormalization: "この実行では、正規化で変わった文字はありません"
  )
}
