import Charts

extension UsageWording {
  static let japanese = UsageWording(
    noAnswer: "この実行には、プロンプトへの答えが記録されていません",
    noActivations: "この実行には、プロンプトを処理したときのモデル内部の数値が残っていません",
    stepsTitle: "届いたままのプロンプトから、モデルに渡すものまで",
    arrived: "届いたまま",
    step: { name in
      switch name {
      case .normalization: "文字の書き方をそろえる"
      case .language: "言語を判定する"
      case .role: "役割のトークンを付ける"
      }
    },
    unchanged: "変える必要はありませんでした",
    stepsDescription: { prompt, language, scores in
      "「\(prompt)」は\(language)と判定されました（\(scores)）。下線は付け加えられた文字です。"
    },
    stepsColumns: ["段階", "前", "後"],
    score: { language, score in "\(language) \(score)" },
    tokensTitle: "トークンになったプロンプト",
    tokensDescription: { count in
      "\(count)がモデルに渡されます。破線の箱は特別なトークンで、言語や役割を伝えます。ふつうの文から作られることはありません。"
    },
    positionAxis: "位置",
    dimensionAxis: "次元",
    embeddingTitle: "トークンがベクトルになる",
    embeddingPanels: ("トークン埋め込み", "位置埋め込み", "足したものが最初のブロックに入る"),
    activationAxis: "値",
    embeddingDescription: { positions, shown, width in
      "\(positions)個の位置について、\(width)次元のうち先頭の\(shown)次元を示します。トークンと位置のベクトルを、数ごとに足します。"
    },
    activationColumns: ["トークン", "先頭の8個の値"],
    vectorsTitle: "各位置のクエリ・キー・バリュー",
    vectorsDescription: { layer, head, width, positions in
      "第\(layer)層・ヘッド\(head)。\(positions)個の位置それぞれに、\(width)個の数からなるベクトルが三つあります。クエリは問い、キーは見出し、バリューは渡す中身です。"
    },
    query: "見る側（クエリ）",
    key: "見られる側（キー）",
    vectorNames: ["クエリ", "キー", "バリュー"],
    scoreAxis: "スコア q·k / √幅",
    scoresTitle: "スコア：クエリとキーの合い具合",
    scoresDescription: { layer, head, width in
      "第\(layer)層・ヘッド\(head)。クエリとキーの積を、\(width)の平方根で割った値です。斜線のますは未来にあたるので、見ることができません。"
    },
    attentionAxis: "注意の重み（横の合計は1）",
    patternTitle: "注意のパターン：スコアをsoftmaxしたもの",
    patternDescription: { layer, head, from, to, weight in
      "第\(layer)層・ヘッド\(head)。横の1行が、一つの位置の視線です。最後の「\(from)」がいちばん見ているのは「\(to)」（\(weight)）です。"
    },
    patternColumns: ["見る側", "いちばん見ている相手", "#重み"],
    headsTitle: "すべてのヘッドを並べて見る",
    headName: { layer, head in "L\(layer)H\(head)" },
    headsDescription: { layers, heads, sharpest in
      "\(layers)層に\(heads)個ずつのヘッド。L0H1は第0層のヘッド1です。位置は左上を0として数えます。いちばん的を絞っているのは\(sharpest)で、ほかは広く見渡しています。"
    },
    headsColumns: ["ヘッド", "#最大の重みの平均", "最後の位置がいちばん見ている相手"],
    residualTitle: "残差ストリーム：各部分が足していくもの",
    residualStages: (
      embedding: "埋め込み", attention: { "＋注意\($0)" }, mlp: { "＋MLP\($0)" }
    ),
    residualDescription: { token, shown, first, last in
      "最後の位置「\(token)」のベクトルの、先頭\(shown)個の数。各部分は足していくだけなので、長さは\(first)から\(last)になります。"
    },
    residualColumns: ["どこまで", "#長さ", "先頭の8個の値"],
    stageAxis: "どこまで足したか",
    mlpTitle: "MLPの中：強く反応したニューロン",
    mlpAxis: "GELUのあとの値",
    neuron: { "ニューロン\(Numbers.count($0))" },
    mlpDescription: { layer, neurons, active, token in
      "第\(layer)層、最後の位置（「\(token)」）。\(neurons)個のニューロンのうち、値が0.5を超えたのは\(active)個。強い順に示します。"
    },
    mlpColumns: ["ニューロン", "#値"],
    logitsTitle: "ロジットと、softmaxの結果",
    logitAxis: "ロジット",
    logitsText: { logit, probability in "\(logit) → \(probability)" },
    logitsDescription: { token, logit, probability in
      "いちばん高い点は「\(token)」のロジット\(logit)で、softmaxによって確率\(probability)になります。"
    },
    guessesTitle: "もしここで止まったら、何と言うか",
    guessLayer: { layer in layer == 0 ? "埋め込みだけ" : "ブロック\(layer - 1)のあと" },
    guessesDescription: { token, layer in
      "各ブロックのあとの残差ストリームを、最後だと思って読んだ予想です。最終的な予想「\(token)」が初めて一番になるのは、\(layer)です。"
    },
    guessesColumns: ["どこまで", "第一候補", "#確率", "第二候補", "第三候補"],
    noGuesses: "この実行には、層ごとの予想が記録されていません",
    insideTitle: "一つのプロンプトがモデルを通り抜けるまで",
    insideDescription: { positions, layers, answer in
      "\(positions)個の位置が、\(layers)個のブロックを通ります。箱には、計算されるものの形と、値の範囲を示します。最初に書かれるトークンは「\(answer)」です。"
    },
    insideColumns: ["途中の値", "形", "#最小", "#最大"],
    seenRange: { least, greatest in "値 \(least)～\(greatest)" },
    choicesTitle: "いちばん迷った選択：次に来るものの候補",
    choicesDescription: { number, chosen, probability, kept in
      "答えの\(number)番目のトークン。「\(chosen)」（\(probability)）が選ばれました。切り捨てられずに残った候補は\(kept)個です。"
    },
    draw: { "くじの値 \($0)" },
    greedy: "いちばん確率の高いものを選ぶ",
    probabilityAxis: "確率",
    adjustedAxis: "温度と切り捨てのあとの確率",
    choiceColumns: ["トークン", "#ロジット", "#確率", "#温度と切り捨てのあと", "残ったか"],
    yes: "はい",
    no: "いいえ",
    noChoices: "この実行には、トークンの選択が記録されていません",
    filmTitle: "答えが1トークンずつできていく様子",
    filmStep: { number, before in
      before.isEmpty ? "選択\(number)" : "選択\(number)：「\(before)」のあと"
    },
    filmCaption: { entropy, draw in "エントロピー \(entropy)ナット、\(draw)" },
    filmDescription: { count, text in
      "「\(text)」に至る、はじめの\(count)回の選択です。選ばれなかった候補も示します。"
    },
    filmColumns: ["#番号", "選んだトークン", "#確率", "二番目の候補", "#エントロピー（ナット）"],
    afterTitle: "モデルのあと：書いたままの文を整える",
    afterRaw: "モデルが書いた文と、その直し",
    afterFinal: "読む人に届く文",
    afterDescription: { rules in
      rules == 0
        ? "当てはまる規則はなく、書いたままの文が答えになりました。"
        : "\(rules)個の規則が働きました。取り消し線は消された文字、下線は入れられた文字です。"
    },
    afterRule: { rule in
      switch rule {
      case .brokenCharacters: "壊れた文字を除く"
      case .whiteSpace: "前後の空白を除く"
      case .unfinishedSentence: "書きかけの文を除く"
      }
    },
    afterUntouched: "当てはまる規則なし",
    afterColumns: ["規則", "前", "後"],
    formsTitle: "一つの答えを、三つの形で届ける",
    forms: (
      page: "ページの上で", json: "プログラムのためのJSON（nakami ask --json）",
      report: "報告書として（nakami ask）"
    ),
    formsDescription: "同じ答えを、読む人、プログラム、ファイルのそれぞれに向けて届けます。JSONの…は、リストの中身を省いたところです。",
    formsColumns: ["形", "内容"]
  )
}
