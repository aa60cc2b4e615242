extension ChartWording {
  static let english = ChartWording(
    tableSummary: "The numbers in a table", inWordsAndTable: "In words, and the numbers in a table",
    inWords: "In words",
    chosen: "chosen",
    cutOff: "cut off below this line",
    masked: "masked: may not be looked at",
    learned: "learned (parameters)",
    computed: "computed (from the input)",
    shared: "learned, used a second time",
    range: { least, greatest in "seen: \(least) to \(greatest)" },
    more: { count in "… and \(Numbers.count(count)) more" },
    beyond: "→ beyond the edge",
    above: { "↑ beyond the edge, up to \($0)" },
    below: { "↓ beyond the edge, down to \($0)" },
    logarithmic: ", log scale",
    check: { "A number to check: \($0) (\($1))" },
    film: FilmWording(
      back: "Back", next: "Next", play: "Play", stop: "Stop", frames: "Frame",
      print: "Print all frames", changed: "what changed most")
  )

  static let japanese = ChartWording(
    tableSummary: "数値を表で見る", inWordsAndTable: "言葉と表で見る", inWords: "言葉で見る",
    chosen: "選ばれた",
    cutOff: "この線より下は切り捨て",
    masked: "マスク：見てはいけない場所",
    learned: "学習で決まる値（パラメータ）",
    computed: "入力から計算される値",
    shared: "学習した表をもう一度使う",
    range: { least, greatest in "実際の範囲：\(least)～\(greatest)" },
    more: { count in "…ほか\(Numbers.count(count))件" },
    beyond: "→ 枠の外まで続く",
    above: { "↑ 枠の外、最大\($0)" },
    below: { "↓ 枠の外、最小\($0)" },
    logarithmic: "、対数目盛",
    check: { "確かめられる数：\($0)（\($1)）" },
    film: FilmWording(
      back: "戻る", next: "進む", play: "再生", stop: "止める", frames: "こま",
      print: "すべてのこまを印刷", changed: "いちばん変わったところ")
  )
}
