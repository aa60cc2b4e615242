import Files
import Names

/// The words of what `nakami clean` says of a reader's own text.
struct CleanWording: Sendable {
  var summary:
    @Sendable (_ before: Int, _ bytesBefore: Int, _ after: Int, _ bytesAfter: Int) -> String
  /// What went in, what rules took out, put in and dropped with documents, and what is left.
  var characters:
    @Sendable (_ before: Int, _ removed: Int, _ added: Int, _ dropped: Int, _ after: Int) -> String
  var title: @Sendable (String) -> String
  var rules: String
  var edits: @Sendable (_ edits: Int, _ documents: Int) -> String
  var drops: @Sendable (_ documents: Int) -> String
  var list: @Sendable ([String]) -> String
  var strays: String
  var stray: @Sendable (_ count: Int, _ documents: Int, _ first: String) -> String
  var dropped: String
  var like: @Sendable (_ rule: String, _ similarity: String, _ original: String) -> String
  /// What a rule found in a document: a phrase of the document, or a sign that it counted.
  var reason: @Sendable (String) -> String
  var mended: String
  var notRead: @Sendable (_ reason: String) -> String
  var more: @Sendable (Int) -> String

  static func of(_ language: Language) -> CleanWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = CleanWording(
    summary: { before, bytesBefore, after, bytesAfter in
      "\(EnglishCount.of(before, "document")) of \(EnglishCount.of(bytesBefore, "byte")) collected, "
        + "\(after) of \(EnglishCount.of(bytesAfter, "byte")) left"
    },
    characters: { before, removed, added, dropped, after in
      "characters: \(before) - \(removed) removed + \(added) added - \(dropped) dropped = \(after)"
    },
    title: { $0 + ":" },
    rules: "rules",
    edits: { "\(EnglishCount.of($0, "edit")) in \(EnglishCount.of($1, "document"))" },
    drops: { "\(EnglishCount.of($0, "document")) dropped" },
    list: { $0.joined(separator: ", ") },
    strays: "invisible or lost characters removed",
    stray: { "\($0) in \(EnglishCount.of($1, "document")), first in \($2)" },
    dropped: "dropped",
    like: { "\($0), \($1) like \($2)" },
    reason: { $0 },
    mended: "mended",
    notRead: { "not read: \($0)" },
    more: { "and \($0) more" })

  private static let japanese = CleanWording(
    summary: { before, bytesBefore, after, bytesAfter in
      "集めた文書は\(before)件（\(bytesBefore)バイト）、残った文書は\(after)件（\(bytesAfter)バイト）です"
    },
    characters: { before, removed, added, dropped, after in
      "文字数：\(before) − 削除\(removed) ＋ 追加\(added) − 除外\(dropped) ＝ \(after)"
    },
    title: { $0 + "：" },
    rules: "規則",
    edits: { "\($1)件の文書で\($0)か所を修正" },
    drops: { "\($0)件を除外" },
    list: { $0.joined(separator: "、") },
    strays: "取り除いた、見えない文字や失われた文字",
    stray: { "\($1)件の文書に\($0)個。最初は\($2)" },
    dropped: "外した文書",
    like: { "\($0)。\($2)との類似度\($1)" },
    reason: { reason in
      switch reason {
      case "empty": "中身がない"
      case "link": "リンク"
      case "price": "値段"
      case "CAPITALS": "大文字の連続"
      case "UTF-8 read as Shift_JIS": "UTF-8をShift_JISとして読んだもの"
      default: reason
      }
    },
    mended: "直して読んだファイル",
    notRead: { "読めないファイル（\($0)）" },
    more: { "ほか\($0)件" })
}
