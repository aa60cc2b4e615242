extension Habits {
  static let japanese = Habits(
    byteShare: 0.63,
    probeSteps: 3,
    garbling: .sentence,
    widening: .digitsAndKatakana,
    oddBlanks: ["\u{3000}", "  ", "\u{A0}"],
    oldEncodings: [.shiftJIS, .shiftJIS, .eucJP, .utf16LittleEndian],
    phones: { two, four in
      [
        "03-55\(two)-\(four)", "090-55\(two)-\(four)", "0120-555-0\(two)",
        "+81 90-55\(two)-\(four)",
      ]
    },
    spelledPhone: { "〇九〇の五五一二の" + $0.map { digits[$0] }.joined() },
    spelledHost: " アット nagi ドット example",
    siteName: "ナギ港だより",
    menu: ["トップ", "地図", "船の時刻", "お問い合わせ"],
    shareBox:
      "<div class=\"share\"><button>このページをシェア</button> <a href=\"#\">いいね</a></div>",
    footer: { year in
      "<footer><p>&copy; \(year) ナギ港事務所 <a href=\"/legal\">利用規約</a></p></footer>"
    },
    bookTitle: "ナギ読本",
    pageFeet: { ["― \($0) ―", "\($0)", "\($0)ページ"] },
    titleGap: "\u{3000}",
    headingGap: "\u{3000}",
    dateline: { day, month, _ in "【ナギ \(month + 1)月\(day)日 カモメ通信】" },
    closings: { number in
      [
        ["（カモメ通信）"], ["取材：リード　編集：モス"], ["© カモメ通信 無断転載を禁じます"],
        ["（カモメ通信）", "続きはこちら：https://gullpress.example/\(number)"], [],
      ]
    },
    stub: "<!-- 出典を加えてください -->",
    citationNeeded: ["[要出典]", "［要出典］"],
    references: "## 脚注\n",
    reference: { number, page in "\n\(number). 『ナギ年鑑』\(page)ページ" },
    category: "\n\nカテゴリ: ナギ\n",
    postHead: { handle, day, month, time in "[\(handle) \(month + 1)月\(day)日 \(time)]" },
    clubs: ["網つくろいの会", "時計台を守る会", "渡し船合唱団"])

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
}
