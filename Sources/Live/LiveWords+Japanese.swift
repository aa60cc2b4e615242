import Names

extension LiveWords.Sentences {
  static let japanese = LiveWords.Sentences(
    empty: "何か書くと、モデルがその続きを書きます。",
    unread: { "このモデルには「\($0)」のトークンがないので、文章を読めません。取り除くか、別の書き方にしてください。" },
    notFinite: "このモデルの中の数がコンピューターで表せる範囲を超えたので、答えられません。",
    said: { "モデルの答え：\($0)" },
    nothingWritten: "モデルは何も書かずに、すぐ終えました。",
    ends: { reason in
      switch reason {
      case .endToken: "ここで、モデルが自分で答えを終えました。"
      case .stopString, .limit: "決めておいた長さになったので、ここで止めました。"
      case .contextFull: "もう入る場所がないので、ここで止めました。"
      }
    },
    cutPrompt: "文章がモデルの視野より長いので、終わりの部分だけを与えました。",
    without: { "\($0)を取り除いてあります。" },
    remark: { remark in
      switch remark {
      case .temperature: "温度は0（いつも第一候補）か、0.001から100までの数にしてください。いまは0です。"
      case .topK: "top-kは0（使わない）か、トークンの個数にしてください。いまは使っていません。"
      case .topP: "top-pは0より大きく1（使わない）以下にしてください。いまは使っていません。"
      case .seed: "乱数の種は0以上の整数にしてください。いまは1です。"
      case .tokens: "答えの長さは1から1000トークンまでにしてください。いまは32です。"
      case .part: "アドレスにある部品の中に、このモデルにはないものがあります。無視しました。"
      case .change: "変更に、一つのトークンでない語か、このモデルにない場所がありました。その変更はしていません。"
      case .fork: "アドレスにある分かれ道の中に、進めないものがあります。無視しました。"
      case .kind: "アドレスの頼みごとがわからないので、質問として扱います。"
      case .longText(let count): "文章は、初めの\(count)文字だけを使います。"
      }
    },
    given: "モデルに与えるもの",
    givenNote: { "\($0)トークン。このページでは、文章を別の言い方に直しません。前後の空白を除いて、そのままモデルに与えます。" },
    mergeByMerge: "文章が結合されていくようす",
    merges: { "\($0)回結合したあと" },
    moreMerges: { "…このあと、さらに\($0)回" },
    answer: "モデルが書くもの",
    answerNote: "トークンを選ぶと、どう選ばれたかがわかり、そこから別の道へも進めます。",
    step: { "\($0)番目のトークン：\($1)" },
    choice: { "\($0)番目のトークンの選ばれ方" },
    choiceDescription: { chosen, probability, kept in
      "「\(chosen)」が選ばれました。確率は\(probability)です。切り捨てられずに残ったトークンは\(kept)個です。"
    },
    greedy: "温度0なので、くじは引かず、第一候補を取ります。",
    drawn: { stretch, token in "くじ：\(stretch)。「\(token)」の区間に当たりました。" },
    forced: "あなたが選んだ道です。モデルが選んだのではありません。",
    choiceColumns: [
      ("トークン", false), ("ロジット", true), ("温度で割った値", true), ("確率", true),
      ("温度と切り捨てのあと", true), ("残ったか", false),
    ],
    kept: "はい",
    cut: { filter in
      switch filter {
      case .greedy: "いいえ（温度0）"
      case .topK: "いいえ（top-k）"
      case .topP: "いいえ（top-p）"
      case .minP: "いいえ（min-p）"
      }
    },
    probability: "確率",
    road: "ここから別の道へ：",
    take: { "「\($0)」" },
    ownRoad: "モデルが選んだ道に戻る",
    parts: "モデルの部品",
    partsNote: "選んだ部品を取り除きます。もう一度選ぶと元に戻ります。上の答えもそれにつれて変わります。",
    partName: { part, layer, head in
      if let head { return "L\(layer)H\(head)" }
      return part == .mlp ? "MLP\(layer)" : "注意\(layer)"
    },
    isOut: "取り除いた",
    whole: "部品を全部元に戻す",
    tryParts: "部品を一つずつ取り除いて、この答えを見積もる",
    stopTrying: "部品ごとの見積もりを隠す",
    tried: "部品を一つずつ取り除いたときの、この答え",
    triedDescription: { part, before, after in
      "なくなるといちばん困る部品は\(part)で、取り除くと、答え全体の確率は\(before)から\(after)になります。"
    },
    nothing: "なし",
    removed: "取り除いた部品",
    token: "答えのトークン",
    byHand: "モデルに手を加える",
    byHandNote: """
      トークンに別のトークンのベクトルを与えたり（ミラ=トビン）、ベクトルを消したり（ミラ=0）、パラメータを一つ書きかえたり\
      （wte.weight[392,17]=0.5）できます。このページの数はすべてそれにつれて変わります。保存したモデルは変わりません。
      """,
    changeLabel: "変更",
    changeExample: "ミラ=トビン",
    changeButton: "変える",
    takeBack: { "\($0)・元に戻す" },
    model: "モデル",
    asLearned: "学習したまま",
    asChanged: "手を加えたあと",
    changed: "変更で答えはどうなるか",
    changedDescription: { text, before, after in
      "学習したままのモデルの答えは「\(text)」です。そう答える確率は、\(before)から\(after)になります。"
    },
    looks: { "ヘッドL\($0)H\($1)の視線" },
    looksDescription: { from, to, weight in
      "横の1行が、一つの位置の視線です。最後の「\(from)」がいちばん見ているのは「\(to)」（\(weight)）です。"
    },
    looksColumns: [("見る側", false), ("いちばん見ている相手", false), ("重み", true)],
    query: "見る側（クエリ）",
    key: "見られる側（キー）",
    weight: "注意の重み（横の合計は1）",
    pointed: "最後の行の最大値",
    heads: "ほかのヘッド：",
    lens: "ここで止めたら、何と答えるか",
    lensDescription: { after, token in
      "「\(after)」の次の予想です。部品ごとに、そのあとの残差ストリームを最後の出力とみなして読みました。最終的な第一候補は「\(token)」です。"
    },
    lensColumns: [("どこまで", false), ("第一候補", false), ("確率", true), ("第二候補", false)],
    place: { block, isMiddle in
      block == 0 ? "埋め込みだけ" : "ブロック\(block - 1)の\(isMiddle ? "注意" : "MLP")のあと"
    },
    followed: { token, rank, probability in "「\(token)」は\(rank)位、\(probability)" },
    guessFirst: "トークンを見る前に当ててみる",
    stopGuessing: "当てるのをやめて、全部見る",
    guessing: "あなたの予想とモデル",
    guessNote: "驚きは確率の対数の符号を変えたもので、単位はナットです。確かなら0になります。最後の列は、そこでモデル自身が見込む驚きです。",
    guessLabel: "次のトークンの初めの文字",
    guessButton: "当てる",
    guessColumns: [
      ("番号", true), ("あなたの予想", false), ("あなたの驚き", true), ("書かれたもの", false),
      ("その驚き", true), ("見込み", true),
    ],
    guessSum: { yours, own, floor in
      "平均すると、あなたは\(yours)ナット、書かれたものは\(own)ナット、見込みは\(floor)ナットです。"
    },
    pass: "（なし）",
    command: "同じことをコマンドで",
    commandNote: "端末では、保存したモデルが次のコマンドで同じトークンを書きます。",
    copy: "写し取る",
    noCommand: "この文章はコマンドにできません。特別なトークンと同じつづりがあってトークンそのものになるか、目に見えない記号があるためです。"
  )
}
