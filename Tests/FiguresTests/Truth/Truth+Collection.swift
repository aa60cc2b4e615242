import Names
import Record
import SampleRuns

extension Truth {
  static let collectionRecord = CollectionRecord(
    documentCount: 14, byteCount: 33_500,
    shelves: [
      .init(kind: .webPage, language: .english, documents: 4, bytes: 16_000, licence: "A"),
      .init(kind: .webPage, language: .japanese, documents: 3, bytes: 9_000, licence: "B"),
      .init(kind: .story, language: .english, documents: 2, bytes: 7_000, licence: "C"),
      .init(kind: .news, language: nil, documents: 5, bytes: 1_500, licence: "D"),
    ], rejected: [],
    samples: [
      .init(
        document: line("web/en", .english, "Town", 4_100), text: "<b>Hi</b> call 555",
        noise: [
          .init(kind: .personalData, range: TextRange(start: 15, end: 18)),
          .init(kind: .boilerplate, range: TextRange(start: 0, end: 3)),
          .init(kind: .boilerplate, range: TextRange(start: 5, end: 9)),
        ]),
      .init(
        document: line("web/ja", .japanese, "港の町", 5_200), text: "<i>港です",
        noise: [.init(kind: .encoding, range: TextRange(start: 3, end: 6))]),
    ], examples: [])

  private static func line(
    _ id: String, _ language: Language, _ title: String, _ bytes: Int
  ) -> CollectionRecord.DocumentLine {
    .init(
      id: id, kind: .webPage, language: language, title: title, source: "nagi.example",
      date: "2024-05-01", licence: "A", encoding: "UTF-8", bytes: bytes)
  }

  static let collection = [
    Truth(
      figure: "document-shelf",
      table: [
        "web pages | English | 4 | 16,000 | A", "web pages | Japanese | 3 | 9,000 | B",
        "stories | English | 2 | 7,000 | C", "news | not stated | 5 | 1,500 | D",
      ],
      drawn: [
        "size (kB): 0…30 | English=series(0) | Japanese=series(1) | not stated=series(2)",
        "web pages: 16 + 9 + 0 “7 documents”", "news: 0 + 0 + 1.5 “5 documents”",
        "stories: 7 + 0 + 0 “2 documents”",
      ],
      terminal: ["██ English   ▒▒ Japanese", "web pages ███", "5 documents"],
      english: ["14 documents, 33.5 kB", "web pages (25.0 kB)"],
      japanese: ["14文書", "33.5 kB", "「ウェブページ」（25.0 kB）"]),
    Truth(
      figure: "raw-document",
      table: [
        "menus, adverts and other frames | 0 | 3 | <b>",
        "menus, adverts and other frames | 5 | 9 | </b>", "personal data | 15 | 18 | 555",
      ],
      drawn: [
        "mark(0)=menus, adverts and other frames | mark(1)=personal data",
        "web/en · nagi.example · 2024-05-01 · UTF-8: <mark(0)><b><plain>Hi<mark(0)></b>"
          + "<plain> call <mark(1)>555",
      ],
      drawnInJapanese: [
        "web/ja · nagi.example · 2024-05-01 · UTF-8: <plain><i><mark(0)>港<plain>です"
      ],
      terminal: ["│ 1⟨<b>⟩Hi1⟨</b>⟩ call 2⟨555⟩"],
      english: ["“Town” (4.10 kB)", "frames (2), personal data (1)"],
      japanese: ["「港の町」（5.20 kB）", "文字化け（1）"]),
  ]
}
