import Charts
import Names

/// Words of the figures of L1: collection.
struct CollectionWording: Sendable {
  var shelfTitle: String
  var shelfAxis: String
  var shelfDescription:
    @Sendable (_ documents: String, _ size: String, _ kind: String, _ kindSize: String) -> String
  var shelfColumns: [String]
  var rawTitle: String
  var rawDescription: @Sendable (_ title: String, _ size: String, _ marks: String) -> String
  var rawColumns: [String]
  var noMarks: String
  var noSample: String
  var leftOut: @Sendable (_ characters: Int) -> String
}

extension CollectionWording {
  static let english = CollectionWording(
    shelfTitle: "The shelf: every document that was gathered, by kind and language",
    shelfAxis: "size (kB)",
    shelfDescription: { documents, size, kind, kindSize in
      "\(documents), \(size) in all. The biggest shelf holds \(kind) (\(kindSize))."
    },
    shelfColumns: ["Kind", "Language", "#Documents", "#Bytes", "Licence"],
    rawTitle: "One raw document, as it was found",
    rawDescription: { title, size, marks in
      "An excerpt of “\(title)” (\(size)), not cleaned yet. Marked in it: \(marks)."
    },
    rawColumns: ["Noise", "#From byte", "#To byte", "Text"],
    noMarks: "nothing, for nobody recorded where noise was put",
    noSample: "this run kept no raw document as a sample",
    leftOut: { " [… \(Numbers.count($0)) characters …] " }
  )

  static let japanese = CollectionWording(
    shelfTitle: "文書の棚：集めた文書を種類と言語で分けたもの",
    shelfAxis: "大きさ (kB)",
    shelfDescription: { documents, size, kind, kindSize in
      "全部で\(documents)、合わせて\(size)。いちばん大きい棚は「\(kind)」（\(kindSize)）です。"
    },
    shelfColumns: ["種類", "言語", "#文書数", "#バイト数", "ライセンス"],
    rawTitle: "集めたままの文書の一つ",
    rawDescription: { title, size, marks in
      "まだ何も整えていない文書「\(title)」（\(size)）の一部です。印のついた所：\(marks)。"
    },
    rawColumns: ["ノイズの種類", "#開始バイト", "#終了バイト", "文字列"],
    noMarks: "なし（ノイズの場所は記録されていません）",
    noSample: "この実行には、生の文書の見本が残っていません",
    leftOut: { "［…\(Numbers.count($0))文字省略…］" }
  )
}
