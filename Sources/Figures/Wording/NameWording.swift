import Charts
import Names
import Record

/// Names of things that several figures mention.
struct NameWording: Sendable {
  var language: @Sendable (Language?) -> String
  var kind: @Sendable (DocumentKind) -> String
  var noise: @Sendable (NoiseKind) -> String
  /// Names of the parts of a model.
  var part: @Sendable (ModelPart) -> String
  /// Names of the parts of the split.
  var split: @Sendable (Split) -> String
  /// What is asked about a person, by its name in the facts file; a relation of one's own keeps that name.
  var relation: @Sendable (String) -> String
  var documents: @Sendable (Int) -> String
  var sentences: @Sendable (Int) -> String
  var tokens: @Sendable (Int) -> String
  var edits: @Sendable (Int) -> String
  /// Joins what is listed.
  var list: @Sendable ([String]) -> String
  /// A label and what it says; a name and a note in parentheses.
  var labelled: @Sendable (_ label: String, _ text: String) -> String
  var noted: @Sendable (_ name: String, _ note: String) -> String
}

extension NameWording {
  /// A count with its noun, in the plural where there is not exactly one.
  static func english(_ count: Int, _ noun: String) -> String {
    Numbers.count(count) + " " + noun + (count == 1 ? "" : "s")
  }

  static let english = NameWording(
    language: { language in
      switch language {
      case .english: "English"
      case .japanese: "Japanese"
      case nil: "not stated"
      }
    },
    kind: { kind in
      switch kind {
      case .webPage: "web pages"
      case .bookChapter: "book chapters"
      case .news: "news"
      case .encyclopedia: "encyclopedia articles"
      case .dialogue: "dialogues"
      case .questionAnswer: "questions and answers"
      case .story: "stories"
      case .parallel: "parallel sentences"
      case .userText: "your own texts"
      }
    },
    noise: { noise in
      switch noise {
      case .boilerplate: "menus, adverts and other frames"
      case .encoding: "broken characters"
      case .exactDuplicate: "exact duplicate"
      case .nearDuplicate: "near duplicate"
      case .personalData: "personal data"
      case .spam: "spam"
      case .unsuitable: "unsuitable passage"
      case .wrongLanguage: "wrong language"
      case .width: "full-width and half-width mixture"
      case .lineBreaks: "stray line breaks"
      }
    },
    part: { part in
      switch part {
      case .embedding: "token embedding"
      case .position: "position embedding"
      case .attention: "attention"
      case .mlp: "MLP"
      case .normalization: "layer normalization"
      }
    },
    split: { $0.rawValue },
    relation: { $0 },
    documents: { english($0, "document") },
    sentences: { english($0, "sentence") },
    tokens: { english($0, "token") },
    edits: { english($0, "edit") },
    list: { $0.joined(separator: ", ") },
    labelled: { "\($0): \($1)" },
    noted: { "\($0) (\($1))" }
  )

  static let japanese = NameWording(
    language: { language in
      switch language {
      case .english: "英語"
      case .japanese: "日本語"
      case nil: "言語の記載なし"
      }
    },
    kind: { kind in
      switch kind {
      case .webPage: "ウェブページ"
      case .bookChapter: "本の章"
      case .news: "ニュース"
      case .encyclopedia: "百科事典の記事"
      case .dialogue: "会話"
      case .questionAnswer: "質問と答え"
      case .story: "物語"
      case .parallel: "対訳"
      case .userText: "自分の文章"
      }
    },
    noise: { noise in
      switch noise {
      case .boilerplate: "メニューや広告などの枠"
      case .encoding: "文字化け"
      case .exactDuplicate: "まったく同じ文書"
      case .nearDuplicate: "ほとんど同じ文書"
      case .personalData: "個人情報"
      case .spam: "迷惑な宣伝"
      case .unsuitable: "ふさわしくない文"
      case .wrongLanguage: "別の言語"
      case .width: "全角と半角の混在"
      case .lineBreaks: "余分な改行"
      }
    },
    part: { part in
      switch part {
      case .embedding: "トークン埋め込み"
      case .position: "位置埋め込み"
      case .attention: "注意"
      case .mlp: "MLP"
      case .normalization: "層正規化"
      }
    },
    split: { part in
      switch part {
      case .training: "訓練用"
      case .validation: "検証用"
      case .test: "テスト用"
      }
    },
    relation: { relation in
      let names = [
        "work": "職場", "street": "通り", "pet": "ペット", "food": "食べ物", "hobby": "趣味",
        "friend": "友だち",
      ]
      return names[relation] ?? relation
    },
    documents: { "\(Numbers.count($0))文書" },
    sentences: { "\(Numbers.count($0))文" },
    tokens: { "\(Numbers.count($0))トークン" },
    edits: { "\(Numbers.count($0))か所" },
    list: { $0.joined(separator: "、") },
    labelled: { "\($0)：\($1)" },
    noted: { "\($0)（\($1)）" }
  )
}
