/// Texts as a reader may bring them: plain, marked up, in records, with things to clean.
enum OwnText {
  /// Both languages, several kinds of file.
  static let mixed: [(name: String, text: String)] = {
    let plain = (0..<200).map { english($0) + ($0 % 4 == 3 ? "\n\n" : " ") }.joined()
    let markdown = (0..<80).map { "## \($0)\n\n\(japanese($0))\n" }.joined(separator: "\n")
    let records = (0..<60).map {
      "{\"question\": \"What is “in” house \($0)?\", \"answer\": \"\(english($0 + 1))\"}"
    }.joined(separator: "\n")
    let page =
      "<html><body><nav>Home</nav>"
      + (0..<40).map { "<p>\(english($0 * 7)) &amp; more.</p>" }.joined() + "</body></html>"
    return [
      ("plain.txt", plain), ("notes.md", markdown), ("records.jsonl", records),
      ("page.html", page), ("again.txt", plain),
    ]
  }()

  /// A folder of English files and nothing to find fault with.
  static let english: [(name: String, text: String)] = (0..<6).map { file in
    let sentences = (0..<60).map { english($0 * 7 + file * 61 + 1) }
    return ("letter \(file).txt", sentences.joined(separator: " ") + "\n")
  }

  /// One Japanese file.
  static let japanese: [(name: String, text: String)] = [
    ("日記.txt", (0..<120).map { japanese($0) }.joined(separator: "\n\n") + "\n")
  ]

  private static func english(_ number: Int) -> String {
    let things = ["boat", "net", "lamp", "gull", "rope", "bell", "crab"]
    let places = ["at the pier", "near the bridge", "behind the bakery", "on the hill"]
    let thing = things[number % things.count]
    let place = places[number * 3 % places.count]
    return number % 5 == 0
      ? "Call 555-01\(10 + number % 80) about the \(thing)."
      : "The “\(thing)” of house \(number) lies \(place)."
  }

  private static func japanese(_ number: Int) -> String {
    "Ｔシャツの男は\(number)番の船で港へ行きました。ﾐｶさんは\(number % 9)時に帰ります。"
  }
}
