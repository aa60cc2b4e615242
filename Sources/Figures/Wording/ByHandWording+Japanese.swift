extension ByHandWording {
  static let japanese = ByHandWording(
    weightsTitle: "1ページに収まるモデルのすべて",
    weightsDescription: { count in
      "\(count)個の重みのすべてです。行列の行はセミコロンで区切っています。Eの行はトークンa、b、cに、Pの行は1番目と2番目の位置に対応します。"
    },
    weightsColumns: ["記号", "重み", "モデルファイルでの名前"],
    sheets: [
      "embedding": "トークンから数へ", "attention": "注意：bがaと自分自身を見る",
      "mlp": "フィードフォワード層", "loss": "数から確率へ、そして損失へ",
      "back-loss": "逆向き：損失から最後の数まで", "back-mlp": "逆向き：フィードフォワード層を通る",
      "back-attention": "逆向き：注意を通る", "back-embedding": "逆向き：埋め込みまで",
      "step": "AdamWの一歩",
    ],
    sheetDescription: { lines, digits in
      "\(lines)行の計算です。1行ずつ電卓に打ち込み、有効数字\(digits)桁に丸めると、書いてある結果とぴったり合います。次の行では、丸めたあとの数を使います。"
    },
    sheetColumns: ["名前", "計算", "#結果"],
    groups: [
      "sum": "トークンと位置を足す", "normalization": "正規化", "query-key-value": "クエリ、キー、バリュー",
      "scores": "クエリが各キーにどれだけ合うか", "pattern": "ソフトマックス：足すと1になる配分",
      "mix": "その配分でバリューを混ぜる", "attention-out": "残差ストリームに戻す",
      "hidden": "8個の中間の数", "gelu": "GELU：大きい数は通し、負の数はほとんど通さない",
      "mlp-out": "残差ストリームに戻す", "logits": "トークンごとに1つのロジット",
      "probabilities": "ソフトマックス：確率", "loss": "損失：正解がどれだけ意外だったか",
      "logits-back": "ロジットの傾き：確率 − 正解", "table-back": "出力の表としてのE",
      "normalized-back": "重みの手前の傾き", "gain-back": "正規化のゲインとバイアス",
      "normalization-back": "正規化を逆に通る", "w2-back": "2番目の行列", "active-back": "GELUのあとの傾き",
      "gelu-back": "GELUを逆に通る", "w1-back": "1番目の行列", "stream-back": "ストリームの2つの道を合わせる",
      "wo-back": "注意の出力", "pattern-back": "ソフトマックスを逆に通る",
      "qkv-back": "クエリ、キー、バリュー", "wqkv-back": "それぞれの行列とバイアス",
      "embedding-back": "位置とトークン", "one-step": "1つの重みE[c,1]を、項ごとに",
      "all-steps": "すべての重み",
    ],
    missing: "この実行には、手計算の例が記録されていません")
}
