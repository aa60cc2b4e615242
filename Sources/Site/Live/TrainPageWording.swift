import Names

/// What the page says in which a very small model learns.
struct TrainPageWording {
  var title: String
  var lead: String
  var start: String
  var text: String
  var sample: String
  var sizes: String
  var layers: String
  var heads: String
  var width: String
  var rate: String
  var seed: String
  var dead: String
  var go: String
  var pause: String
  var step: String
  var reset: String
  var trials: String
  /// What goes wrong in a way that is worth seeing; the address of each, and what it is called.
  var trouble: [(address: String, name: String)]
  var needs: String
  var link: String

  static func of(_ language: Language) -> TrainPageWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static var english: TrainPageWording {
    TrainPageWording(
      title: "Let a small one learn",
      lead: """
        A very small model learns your text, character by character, while you watch: the same way back \
        and the same optimizer that made the large one. The same settings always give the same numbers.
        """,
      start: "Let a small one learn",
      text: "The text that it learns; its last tenth is kept apart",
      sample: """
        The cat sat on the mat. The dog sat on the log. The hen sat on the pen. The fox sat on the box. \
        A cat can see a dog. A dog can see a hen. A hen can see a fox. A fox can see a cat. The cat ran to \
        the log. The dog ran to the mat. The hen ran to the box. The fox ran to the pen. The dog sat on the \
        mat. The cat sat on the log. The fox sat on the pen. The hen sat on the box.
        """,
      sizes: "Its size, and how it learns",
      layers: "Blocks", heads: "Heads", width: "Width", rate: "Learning rate",
      seed: "Seed", dead: "All weights begin at zero",
      go: "Learn", pause: "Pause", step: "One step", reset: "Begin anew",
      trials: "What goes wrong, one click away:",
      trouble: [
        ("#layers=2&heads=4&width=64&rate=0.005", "learned by heart: too large for so little text"),
        ("#rate=3", "a learning rate that is far too high"),
        ("#dead=1", "a dead start: all weights at zero"),
      ],
      needs: """
        To let a model learn here, the page needs a browser that runs scripts and WebAssembly; below it \
        shows how the large one learned, as it was recorded.
        """,
      link: "Let a small one learn: in this page, from your own text")
  }

  private static var japanese: TrainPageWording {
    TrainPageWording(
      title: "小さなモデルに学習させる",
      lead: """
        とても小さなモデルが、あなたの文章を1文字ずつ、目の前で学習します。大きなモデルを作ったのと同じ誤差逆伝播と\
        同じ最適化です。設定が同じなら、数字もいつも同じになります。
        """,
      start: "小さなモデルに学習させる",
      text: "学習させる文章（終わりの1割は取り分けておきます）",
      sample: """
        ねこがいすにすわる。いぬがゆかにすわる。とりがえだにすわる。きつねがいしにすわる。ねこはいぬをみる。\
        いぬはとりをみる。とりはきつねをみる。きつねはねこをみる。ねこがゆかへはしる。いぬがいすへはしる。\
        とりがいしへはしる。きつねがえだへはしる。いぬがいすにすわる。ねこがゆかにすわる。きつねがえだにすわる。\
        とりがいしにすわる。ねこはとりをみる。いぬはきつねをみる。
        """,
      sizes: "大きさと学び方",
      layers: "ブロックの数", heads: "ヘッドの数", width: "幅", rate: "学習率",
      seed: "乱数の種", dead: "重みをすべて0から始める",
      go: "学習する", pause: "止める", step: "1ステップ", reset: "初めからやり直す",
      trials: "うまくいかない例を、一押しで：",
      trouble: [
        ("#layers=2&heads=4&width=64&rate=0.005", "丸暗記：文章のわりに大きすぎるモデル"),
        ("#rate=3", "学習率が高すぎる"),
        ("#dead=1", "すべて0からの始まり"),
      ],
      needs: """
        ここでモデルに学習させるには、スクリプトとWebAssemblyが使えるブラウザーが必要です。下に、大きなモデルの学習を記録したものがあります。
        """,
      link: "小さなモデルに学習させる：このページの中で、自分の文章から")
  }
}
