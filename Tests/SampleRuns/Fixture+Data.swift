import Names
import Record

extension Fixture {
  package static let web = """
    <html><head><title>Harbour news</title></head><body><nav>Home | Fish | Boats</nav>
    <p>Mika Aoyama works at the bakery &amp; opens it at six.</p>
    <p>Write to mika@harbour.example or call 555-0134.</p>
    <div class="ad">Cheap ropes! Buy now!</div></body></html>
    """
  package static let clean = """
    Harbour news
    Mika Aoyama works at the bakery & opens it at six.
    Write to [email] or call [phone].
    """
  package static let japaneseRaw = """
    <p>ﾐｶさんはパン屋で働いています。</p>
    <p>電話は０３－１２３４－５６７８です。</p>
    <div>今すぐ買おう！</div>
    """

  package static func line(_ id: String, _ language: Language, _ bytes: Int)
    -> CollectionRecord.DocumentLine
  {
    CollectionRecord.DocumentLine(
      id: id, kind: .webPage, language: language, title: "Harbour news", source: "harbour.example",
      date: "2024-05-01", licence: "CC0", encoding: "UTF-8", bytes: bytes)
  }

  package static func noise(_ kind: NoiseKind, _ text: String, in whole: String)
    -> CollectionRecord.Noise
  {
    let bytes = Array(whole.utf8)
    let part = Array(text.utf8)
    let start = (0...(bytes.count - part.count)).first {
      Array(bytes[$0..<($0 + part.count)]) == part
    }
    return CollectionRecord.Noise(
      kind: kind, range: TextRange(start: start ?? 0, end: (start ?? 0) + part.count))
  }

  package static let collection: CollectionRecord = {
    var shelves: [CollectionRecord.Shelf] = []
    for (kind, english, japanese) in [
      (DocumentKind.webPage, 48, 40), (.bookChapter, 12, 11), (.news, 60, 58),
      (.encyclopedia, 40, 40), (.dialogue, 30, 28), (.questionAnswer, 900, 900),
      (.story, 120, 118), (.parallel, 200, 200),
    ] {
      for (language, count) in [(Language.english, english), (.japanese, japanese)] {
        shelves.append(
          CollectionRecord.Shelf(
            kind: kind, language: language, documents: count,
            bytes: count * (kind == .questionAnswer ? 90 : 1300), licence: "CC0-1.0"))
      }
    }
    return CollectionRecord(
      documentCount: shelves.reduce(0) { $0 + $1.documents },
      byteCount: shelves.reduce(0) { $0 + $1.bytes }, shelves: shelves, rejected: [],
      samples: [
        CollectionRecord.RawSample(
          document: line("web/harbour-001.html", .english, web.utf8.count), text: web,
          noise: [
            noise(.boilerplate, "<nav>Home | Fish | Boats</nav>", in: web),
            noise(.personalData, "mika@harbour.example", in: web),
            noise(.personalData, "555-0134", in: web),
            noise(.spam, "Cheap ropes! Buy now!", in: web),
          ]),
        CollectionRecord.RawSample(
          document: line("web/minato-001.html", .japanese, japaneseRaw.utf8.count),
          text: japaneseRaw,
          noise: [
            noise(.width, "ﾐｶ", in: japaneseRaw),
            noise(.personalData, "０３－１２３４－５６７８", in: japaneseRaw),
            noise(.spam, "今すぐ買おう！", in: japaneseRaw),
          ]),
      ],
      examples: [line("web/harbour-001.html", .english, 412)])
  }()

  package static func rule(
    _ id: RuleID, _ en: String, _ ja: String, edits: Int, dropped: Int = 0,
    example: (String, String) = ("a  b", "a b"), confusion: (Int, Int, Int, Int)? = nil
  ) -> RuleRecord {
    RuleRecord(
      id: id, name: LocalizedText(en: en, ja: ja),
      reason: LocalizedText(en: "Models learn what they read.", ja: "モデルは読んだとおりに学ぶからです。"),
      edits: edits, documents: max(1, edits / 2), documentsDropped: dropped,
      bytesRemoved: edits * 31,
      examples: [EditRecord(rule: id, place: 12, before: example.0, after: example.1)],
      confusion: confusion.map {
        ConfusionRecord(
          truePositives: $0.0, falsePositives: $0.1, falseNegatives: $0.2, trueNegatives: $0.3)
      })
  }

  package static let cleaning = CleaningRecord(
    documentsBefore: 2805, documentsAfter: 2688, bytesBefore: 1_322_000, bytesAfter: 1_187_400,
    rules: [
      rule(.markup, "Markup and frames", "マークアップと枠", edits: 352, confusion: (340, 1, 2, 900)),
      rule(.mojibake, "Broken characters", "文字化けの修復", edits: 61, confusion: (60, 0, 1, 1200)),
      rule(
        .exactDuplicate, "Duplicates", "重複した文書", edits: 74, dropped: 74, confusion: (73, 1, 0, 2600)
      ),
      rule(.personalData, "Personal data", "個人情報", edits: 128, confusion: (128, 0, 0, 4000)),
      rule(.spam, "Spam", "迷惑な宣伝", edits: 43, dropped: 43, confusion: (42, 2, 1, 2700)),
    ],
    samples: [
      BeforeAfter(
        documentID: "web/harbour-001.html", language: .english, before: web, after: clean,
        edits: [
          EditRecord(rule: .markup, place: 0, before: "<nav>Home | Fish | Boats</nav>", after: ""),
          EditRecord(
            rule: .personalData, place: 140, before: "mika@harbour.example", after: "[email]"),
        ]),
      BeforeAfter(
        documentID: "web/minato-001.html", language: .japanese, before: japaneseRaw,
        after: "ミカさんはパン屋で働いています。\n電話は[phone]です。",
        edits: [EditRecord(rule: .spam, place: 90, before: "今すぐ買おう！", after: "")]),
    ],
    duplicates: [
      CleaningRecord.DuplicateRecord(
        documentID: "news/en-031.txt", duplicateOf: "news/en-004.txt", similarity: 0.91,
        overlap: .init(common: 91, all: 100),
        excerpt: "HARBOUR TOWN — The fish market opened again on Monday.",
        originalExcerpt: "HARBOUR TOWN — The fish market opened on Monday morning.")
    ], exactDocuments: 2671, knownDocuments: 2688,
    matrix: CleaningRecord.NoiseMatrix(
      noises: [.boilerplate, .encoding, .spam],
      rows: [
        .init(rule: .markup, counts: [340, 0, 0, 12]),
        .init(rule: .mojibake, counts: [0, 60, 0, 1]),
        .init(rule: .spam, counts: [2, 0, 41, 0]),
        .init(rule: .unsuitable, counts: [0, 0, 1, 0]),
      ]), duplicateThreshold: 0.7,
    duplicateSweep: (10...19).map { step in
      let threshold = Double(step) / 20
      return FilterRecord.ThresholdPoint(
        threshold: threshold, dropped: 200 - step * 9, precision: threshold,
        recall: 1.3 - threshold)
    }, cases: cases)

  package static let cases: [JudgedCase] = Language.allCases.flatMap { language in
    let isEnglish = language == .english
    return [
      JudgedCase(
        rule: .personalData, language: language, verdict: .wronglyActed,
        documentID: "museum/\(language.rawValue)-001.txt",
        text: isEnglish ? "Lantern number 555-010-4711." : "整理番号は090-5512-3471です。"),
      JudgedCase(
        rule: .personalData, language: language, verdict: .missed,
        documentID: "forum/\(language.rawValue)-044.txt",
        text: isEnglish ? "Call five five five, oh one." : "電話は〇九〇の五五一二です。"),
      JudgedCase(
        rule: .unsuitable, language: language, verdict: .wronglyActed,
        documentID: "forum/\(language.rawValue)-045.txt",
        text: isEnglish ? "You know, that stupid knot." : "ばかな話だ。", score: 1),
      JudgedCase(
        rule: .nearDuplicate, language: language, verdict: .missed,
        documentID: "news/\(language.rawValue)-046.txt",
        text: isEnglish ? "The ferry is late again." : "渡し船がまた遅れた。",
        original: isEnglish ? "The ferry was late again." : "渡し船がまたも遅れた。", score: 0.64),
    ]
  }

  package static let filter = FilterRecord(
    threshold: 0.5,
    dropped: [
      FilterRecord.DroppedRecord(
        documentID: "forum/en-012.txt", language: .english,
        excerpt: "You are all stupid, and so is your boat.", score: 0.83,
        reason: LocalizedText(en: "insults", ja: "悪口")),
      FilterRecord.DroppedRecord(
        documentID: "forum/ja-007.txt", language: .japanese, excerpt: "おまえたちはみんなばかだ。",
        score: 0.78, reason: LocalizedText(en: "insults", ja: "悪口")),
    ], droppedCount: 37,
    confusion: ConfusionRecord(
      truePositives: 36, falsePositives: 1, falseNegatives: 2, trueNegatives: 2649),
    sweep: (1...9).map { step in
      let threshold = Double(step) / 10
      return FilterRecord.ThresholdPoint(
        threshold: threshold, dropped: 90 - step * 9,
        precision: min(1, 0.4 + threshold), recall: min(1, 1.35 - threshold * 0.7))
    })

  package static let normalization = NormalizationRecord(
    rules: [
      rule(.compatibility, "Width", "全角と半角", edits: 210, example: ("ＡＢＣ１２３ ﾐｶ", "ABC123 ミカ")),
      rule(.quotes, "Quotes", "引用符", edits: 96, example: ("“fish”", "\"fish\"")),
      rule(
        .whiteSpace, "White space", "空白", edits: 540,
        example: ("two  spaces\u{3000}here", "two spaces here")),
      rule(.hyphenation, "Line breaks", "改行", edits: 74, example: ("har-\nbour", "harbour")),
    ], samples: [])
}
