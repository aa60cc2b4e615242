extension ModelWording {
  static let japanese = ModelWording(
    mapTitle: "Transformerの全体図（ブロックを一つ開いたところ）",
    mapDescription: { layers, width, parameters in
      "上のトークンIDから、下の「次のトークンの点数」まで。埋め込みのあと、注意とMLPからなるブロック\(layers)個が、幅\(width)の残差ストリームに結果を足していき、最後の正規化を経て点数になります。パラメータは全部で\(parameters)個。角のある箱は学習で決まる値、丸い箱は計算される値です。"
    },
    tokens: ("トークンID", "数字になった文"),
    embedding: ("トークン埋め込み", "IDごとに、この表の1行を取り出す"),
    positions: ("位置埋め込み", "位置ごとに、その行を足す"),
    residual: ("残差ストリーム", "位置ごとに一つのベクトル。どのブロックもここに足していく"),
    block: { "ブロック\($0)" },
    blockNote: "注意、それからMLP。どちらも結果を残差ストリームに足す",
    firstNormalization: ("層正規化1", "ベクトルを平均0、標準偏差1にそろえる"),
    attention: ("注意", "それより前の位置を見る"),
    queries: ("クエリ・キー・バリュー", "ヘッドごとに三つの射影"),
    pattern: ("スコア・マスク・softmax", "クエリがどのキーをどれだけ見るか"),
    projection: ("出力の射影", "すべてのヘッドの結果をまとめる"),
    secondNormalization: ("層正規化2", "MLPの前にもう一度そろえる"),
    mlp: ("MLP", "位置ごとに考える"),
    widening: ("広げる", "幅を4倍に"),
    activation: ("GELU", "大きい値は残し、ほかは抑える"),
    narrowing: ("狭める", "ストリームの幅に戻す"),
    lastNormalization: ("最後の層正規化", "点数をつける前に"),
    unembedding: ("逆埋め込み", "トークン埋め込みを逆向きに使う。新しいパラメータはない"),
    logits: ("ロジット", "すべてのトークンの点数。softmaxで確率になる"),
    parameters: { "パラメータ\($0)個" },
    mapColumns: ["テンソル", "形", "#パラメータ数", "部分"],
    partsTitle: "パラメータはどこにあるか",
    partsAxis: "千パラメータ",
    partsDescription: { parameters, largest, share in
      "パラメータは\(parameters)個。いちばん多いのは\(largest)で、\(share)を占めます。"
    },
    partsColumns: ["部分", "#テンソル数", "#パラメータ数", "#割合"],
    weightsTitle: "学習前の重み",
    weightsDescription: { names, least, greatest in
      "\(names)の一部です。値は\(least)から\(greatest)まで、何の規則もなく並んでいます。シードから作った乱数だからです。"
    },
    rowAxis: "行",
    columnAxis: "列",
    weightAxis: "重み",
    weightColumns: ["テンソル", "#行", "値"],
    noWeights: "この実行には、見られる重みが残っていません",
    corner: { name, rows, columns in "\(name) の先頭 \(rows) × \(columns)" },
    histogramTitle: "重みの散らばり",
    histogramDescription: { tensors, widest, deviation in
      "\(tensors)個のテンソルを示します。いちばん広がっているのは\(widest)で、標準偏差は\(deviation)です。"
    },
    histogramAxes: (x: "重み", y: "個数"),
    histogramNote: { mean, deviation in "平均 \(mean)、標準偏差 \(deviation)" },
    histogramColumns: ["テンソル", "#最小", "#最大", "#平均", "#標準偏差", "#個数"],
    noHistograms: "この実行には、重みのヒストグラムが残っていません",
    untrainedTitle: "まだ何も学んでいないモデルが書く文",
    untrainedDescription: { loss, uniform in
      "でたらめです。どのトークンもほぼ同じくらい出やすいからです。損失は1トークンあたり\(loss)ナット。まったくの当てずっぽうなら ln(語彙数) = \(uniform) です。"
    },
    given: "与えた文",
    written: "モデルが書いた文",
    sampleColumns: ["書き出し", "文"],
    noSamples: "この実行には、学習前のモデルの文が残っていません",
    initial: "学習前",
    learned: "学習後",
    learnedTitle: "同じ重みの、学習前と学習後",
    learnedDescription: { name, initial, learned in
      "\(name)の一部です。大きさがいちばん大きい重みは、学習前が\(initial)、学習後が\(learned)。色の目盛りは共通なので、そのまま比べられます。"
    }
  )
}
