import Charts
import Record

extension StageWalk {
  static let japanese = Words(
    title: "舞台：1つのトークンがモデルの中を歩く",
    description: { course in
      "追いかけるのは「\(course.token)」の行です。次のトークン「\(course.next)」は、この行から生まれます。"
        + (course.isFact ? "答えの中で、事実を伝えているトークンです。" : "")
        + "通り道はブロック\(course.layer)のヘッド\(course.head)。なくなると、このトークンがいちばん困るヘッドです。取り除くと、「\(course.next)」の確率は"
        + "\(course.intact)から\(course.without)になります。"
    },
    columns: ["段階", "確かめられる数", "何の数か"],
    rail: Words.Rail(
      prompt: "プロンプト", answer: "答え", more: { "…ほか\(Numbers.count($0))個…" },
      start: "入口",
      steps: (
        start: ["トークン", "埋め込み", "位置"],
        attention: ["正規化", "クエリ", "キー", "内積", "スコア", "マスク", "割合", "バリュー", "ヘッドの和"],
        mlp: ["ニューロン", "足し算"]
      ),
      attention: { ("注意\($0)", "注意\($0)") },
      mlp: { ("MLP\($0)", "MLP\($0)") },
      blocks: { range in
        range.count == 1
          ? ("ブロック\(range.lowerBound)", "ブロック\(range.lowerBound)")
          : (
            "ブロック\(range.lowerBound)～\(range.upperBound)",
            "\(range.lowerBound)～\(range.upperBound)"
          )
      }, logits: "ロジット"),
    tokens: { given, written, token, hasRepeated in
      Told(
        "トークン",
        "モデルが読んだのは、プロンプトの\(Numbers.count(given))個"
          + (written > 0 ? "と、自分が書いた\(Numbers.count(written))個のトークンです。" : "のトークンです。")
          + "追いかけるのは、その最後の「\(token)」です。次のトークンは、この行の数から生まれます。"
          + (hasRepeated ? "同じトークンが二つ以上あるときは、小さな数字で位置（0から数えます）を書きそえます。" : ""),
        "読んだトークンの数")
    },
    embedding: { token, id, width in
      Told(
        "埋め込み",
        "モデルにとって「\(token)」は、語彙の\(id)番です。学習した表の\(id)番の行には、\(Numbers.count(width))個の数が並んでいます。"
          + "どのトークンも、自分の行を受け取ります。", "「\(token)」の行の0番の数")
    },
    position: { token, place in
      Told(
        "位置",
        "「\(token)」は、0から数えて\(place)番目にあります。その位置の行（これも学習したもの）を、数ごとに足します。この和が出発点です。", "0番の数"
      )
    },
    before: { blocks, length in
      Told(
        "手前のブロック",
        "手前の\(blocks)個のブロックが、すでにこの行に足し算をしています。届いたときの長さは\(length)です。", "届いた行の0番の数")
    },
    normalization: { mean, deviation in
      Told(
        "大きさをそろえる",
        "注意が読むのは写しです。平均\(mean)を引き、標準偏差\(deviation)で割り、学習したゲインを掛け、バイアスを足します。もとの行は、そのまま残ります。",
        "写しの0番の数")
    },
    query: { query in
      Told(
        "クエリの数を1つ計算する",
        "「\(query.token)」は何を探しているのでしょう。ヘッド\(query.head)は、写しの\(Numbers.count(query.width))個の数に学習した重みを掛けて全部足し、"
          + "クエリの数を1つずつ作ります。これは\(query.place)番の数です。", "クエリの\(query.place)番の数")
    },
    queryAlone: { head, width, token in
      Told(
        "クエリ",
        "「\(token)」は何を探しているのでしょう。ヘッド\(head)は、学習した重みを使って、写しから\(width)個の数のクエリを作ります。",
        "図の先頭の数")
    },
    keys: { others, width in
      Told(
        "すべてのトークンのキー",
        "どのトークンも、同じようにして\(width)個の数のキーを作ります。自分が何を差し出せるかを表します。"
          + (others > 0 ? "図にあるのは、これから重みが大きくなるもので、残りの\(others)個は省きました。" : ""),
        "すべてのキーの数の個数")
    },
    product: { best, root, width in
      Told(
        "スコアを1つ、積から",
        "「\(best)」のキーは、どれくらい合うでしょう。数どうしを掛けた\(width)個の積を全部足し、\(width)の平方根\(root)で割ります。",
        "「\(best)」のスコア")
    },
    scores: { best, second, others in
      Told(
        "すべてのスコア",
        "どのキーとも同じ計算をします。いちばん合うのは「\(best)」" + (second.map { "、その次は「\($0)」です。" } ?? "です。")
          + (others > 0 ? "ほかの\(others)個のスコアは、図にありません。" : ""), "1番と2番の差")
    },
    mask: { token, cells, others in
      Told(
        "マスク",
        "スコアの行は、どのトークンにもあります。文章の先にあるものは隠されます。先を見てはいけないからです。「\(token)」は最後なので、全部が見えます。",
        "全部で\(Numbers.count(cells))あるますのうち、残るますの数")
    },
    softmax: { count, best, weight in
      Told(
        "ソフトマックス：スコアを割合に",
        "eのスコア乗を、\(count)個の合計で割ります。割合は、全部足すと1です。「\(best)」の割合は\(weight)です。", "すべての割合の和")
    },
    mix: { best in
      Told(
        "渡されるもの",
        "トークンには、見てくれた相手に渡すバリューもあります。バリューに割合を掛け、列ごとに全部足します。和の中身は、おもに「\(best)」の話です。",
        "和zの0番の数")
    },
    heads: { count, head, length in
      Told(
        "出力の行列を通して、足す",
        "\(count)個のヘッドが、それぞれ和を作りました。出力の行列が、それを元の幅の行に変えます。ヘッド\(head)の行の長さは\(length)です。"
          + "全部を、届いた行に足します。", "行の0番の数")
    },
    mlp: { neurons in
      Told(
        "MLP",
        "ここでも、大きさをそろえた写し（平均\(neurons.mean)、標準偏差\(neurons.deviation)）を読みます。反応するのは\(neurons.count)個のニューロン。"
          + "強い順に、押し上げるトークンといっしょに示します。", "「\(neurons.token)」のロジットを、MLP全体が動かす量")
    },
    added: { guess, probability in
      Told(
        "足して、最初の予想",
        "MLPが見つけたものも足します。" + (guess.map { "ここで答えるとしたら、「\($0)」（\(probability)）です。" } ?? ""),
        "行の0番の数")
    },
    further: { first, last, settled in
      Told(
        first == last ? "ブロック\(first)" : "ブロック\(first)から\(last)まで",
        (first == last
          ? "次のブロックが、自分の重みで同じことをします。" : "あと\(last - first + 1)個のブロックが、それぞれの重みで同じことをします。")
          + "最後の予想が初めて第一候補になるのは、「\(settled)」のときです。", "最後の予想の確率")
    },
    logits: { logits in
      Told(
        "ロジットと確率",
        "最後にもう一度正規化し、表の\(logits.count)行のそれぞれと、クエリとキーのように比べます。トークンごとにロジットが1つ出ます。"
          + "ソフトマックスが、それを確率に変えます。"
          + (logits.isFollowed
            ? "「\(logits.first)」の確率は\(logits.probability)。着きました。"
            : "いちばん高いのは「\(logits.first)」の\(logits.probability)です。"),
        "「\(logits.first)」の確率は「\(logits.second)」の何倍か")
    },
    products: Words.Products(
      query: ["番号", "#写しの数", "#× 重み", "#積"],
      score: ["番号", "#q", "#× k", "#積"],
      others: { "残り\($0)個" }, bias: "バイアス", sum: "和"),
    rows: Words.Rows(
      token: "トークン", place: "＋位置", sum: "＝和", query: "q", key: "k", arrives: "届いた行",
      head: { "＋ヘッド\($0)" }, bias: "＋バイアス", otherHeads: { "＋残り\($0)個" },
      between: "＝途中", mlp: "＋MLP", after: "＝後", rowAxis: "行", numberAxis: "番号",
      otherTokens: { "残り\($0)個" }), otherHeads: "ほかのヘッド：", otherTokens: "答えのほかのトークン：",
    origin: "どこから来たか："
  )
}
