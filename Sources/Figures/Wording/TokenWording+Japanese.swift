import Charts

extension TokenWording {
  static let japanese = TokenWording(
    filmTitle: "結合フィルム：文字のかけらがつながっていく様子",
    filmStep: { "\(Numbers.count($0))回目の結合" },
    filmCaption: { count, id, before, after in
      "\(count)回出現、新しいID \(id)、コーパス \(before) → \(after)トークン"
    },
    filmDescription: { merges, left, right, count in
      "学習した結合は\(merges)個。はじめの数個と、その後のいくつかを示します。最初は、いちばん多く並んでいた「\(left)」と「\(right)」（\(count)回）がつながります。"
    },
    mergeColumns: ["#番号", "左", "右", "結果", "#新しいID", "#出現回数", "#前のトークン数", "#後のトークン数"],
    noMerges: "この実行のトークナイザーは、結合を一つも学んでいません",
    tableTitle: "結合を、学んだ順に並べた表",
    tableDescription: { merges, first, last in
      "\(merges)個の結合から選んだもの。「\(first)」から「\(last)」まで。はじめは短くてよく出るもの、あとになるほど長くて珍しいものになります。"
    },
    textTitle: "文とそのトークン",
    textDescription: { bytes, tokens, text in
      "「\(text)」：\(bytes)が\(tokens)になります。箱の一つ一つがトークンとそのIDです。␣ は空白です。"
    },
    tokenColumns: ["#位置", "トークン", "#ID", "バイト"],
    noSample: "この実行には、トークンに分けた文の見本が残っていません",
    stepsTitle: "文が符号化される様子を、結合ごとに見る",
    stepsBytes: { "バイト：\($0)トークン" },
    stepsMerges: { merges, count in "結合\(merges)回のあと：\(count)トークン" },
    stepsDescription: { text, bytes, tokens in
      "「\(text)」は、はじめ\(bytes)個のバイトです。学んだ結合を順に当てはめ、当てはまるものがなくなると\(tokens)トークンが残ります。太い枠は新しくできたトークンです。"
    },
    stepsColumns: ["段階", "#トークン数", "トークンの並び"],
    splitTitle: "一つの文字と、そのバイトと、それを持つトークン",
    splitRows: ["文字", "バイト（UTF-8、十六進）", "トークンとID"],
    splitDescription: { character, bytes, pieces in
      "「\(character)」のバイトは \(bytes) です。トークンは\(pieces)。トークンが知っているのはバイトだけなので、文字の途中で切れることもあります。"
    },
    splitColumns: ["文字", "バイト", "トークン"],
    noSplit: "この実行の見本には、2バイト以上の文字がありません",
    shrinkingTitle: "結合するたびに、コーパスは短くなる",
    shrinkingAxes: (x: "学んだ結合の数", y: "コーパスの長さ（千トークン）"),
    shrinkingSeries: "コーパスの長さ",
    shrinkingDescription: { bytes, tokens, perToken in
      "\(bytes)バイトが\(tokens)トークンになりました。1トークンは\(perToken)にあたります。いちばん効くのは、はじめの結合です。"
    },
    shrinkingColumns: ["#結合の数", "#コーパスの長さ（トークン）"],
    perToken: { language, value in "\(language)で\(value)バイト" },
    datasetTitle: "データの分け方：学ぶ、確かめる、試験する",
    datasetAxis: "千トークン",
    datasetText: { tokens, documents, share in "\(share)（\(documents)）" },
    datasetDescription: { parts in
      "文書を途中で切らずに分けます：\(parts.joined(separator: "、"))。"
    },
    datasetColumns: ["用途", "種類", "言語", "#文書数", "#トークン数"],
    batchTitle: "モデルが見る一つのバッチ",
    batchInputs: { "\($0)行目：与える" },
    batchTargets: { "\($0)行目：当てる" },
    batchDescription: { size, context, shown in
      "一つのバッチは\(context)トークンの行が\(size)行です。はじめの\(shown)行の先頭だけを示します。どのトークンの下にも、その次のトークンがあります。それを当てるのが課題です。"
    },
    batchColumns: ["#行", "#位置", "与える", "当てる"],
    noBatch: "この実行には、バッチが残っていません"
  )
}
