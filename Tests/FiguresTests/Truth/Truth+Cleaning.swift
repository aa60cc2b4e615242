import Names
import Record
import SampleRuns

extension Truth {
  static let cleaningRecord = CleaningRecord(
    documentsBefore: 21, documentsAfter: 17, bytesBefore: 3_300, bytesAfter: 2_800,
    rules: [
      rule(
        .markup, "Markup", "マークアップ", edits: 40, documents: 7, dropped: 2, removed: 900,
        ConfusionRecord(
          truePositives: 30, falsePositives: 10, falseNegatives: 20, trueNegatives: 5)),
      rule(
        .spam, "Spam", "宣伝", edits: 11, documents: 6, dropped: 3, removed: 500,
        ConfusionRecord(
          truePositives: 9, falsePositives: 1, falseNegatives: 3, trueNegatives: 8)),
    ],
    samples: [
      BeforeAfter(
        documentID: "web/en", language: .english, before: "<b>Mira</b> works.",
        after: "Mira works.",
        edits: [
          EditRecord(rule: .markup, place: 0, before: "<b>", after: ""),
          EditRecord(rule: .markup, place: 7, before: "</b>", after: ""),
          EditRecord(rule: .unsuitable, place: 11, before: "Fool!", after: ""),
        ]),
      BeforeAfter(
        documentID: "web/ja", language: .japanese, before: "ミラです。（広告）", after: "ミラです！",
        edits: [EditRecord(rule: .spam, place: 12, before: "。（広告）", after: "！")]),
    ],
    duplicates: [
      .init(
        documentID: "web/b", language: .english, duplicateOf: "web/a", similarity: 0.93,
        excerpt: "Mira sings today.", originalExcerpt: "Mira sings."),
      .init(
        documentID: "web/d", language: .japanese, duplicateOf: "web/c", similarity: 0.87,
        excerpt: "港の朝", originalExcerpt: "港の朝です"),
    ], exactDocuments: 13, knownDocuments: 16,
    matrix: .init(
      noises: [.boilerplate, .spam],
      rows: [
        .init(rule: .markup, counts: [8, 1, 4]), .init(rule: .spam, counts: [0, 6, 2]),
      ]), duplicateThreshold: 0.7,
    duplicateSweep: [
      .init(threshold: 0.6, dropped: 9, precision: 0.25, recall: 0.75),
      .init(threshold: 0.7, dropped: 5, precision: 0.5, recall: 0.625),
      .init(threshold: 0.8, dropped: 2, precision: 0.875, recall: 0.125),
    ],
    cases: [
      hard(.spam, .english, .wronglyActed, "Free soup!"),
      hard(.spam, .english, .rightlyLeft, "Soup is free."),
      hard(.spam, .japanese, .missed, "好調だ。"),
      hard(.unsuitable, .english, .missed, "Stay at home.", score: 0.05),
      hard(.unsuitable, .english, .wronglyActed, "Stupid rain!", score: 0.95),
      hard(.unsuitable, .japanese, .rightlyLeft, "ばかな雨。", score: 0.4),
      hard(
        .nearDuplicate, .english, .missed, "Mira sings.", score: 0.66, original: "Mira hums."),
      hard(
        .nearDuplicate, .english, .wronglyActed, "on Monday", score: 0.72, original: "on Sunday"),
      hard(.nearDuplicate, .japanese, .rightlyLeft, "港の朝", score: 0.68, original: "港の夜"),
    ])

  private static func hard(
    _ rule: RuleID, _ language: Language, _ verdict: JudgedCase.Verdict, _ text: String,
    score: Double? = nil, original: String? = nil
  ) -> JudgedCase {
    JudgedCase(
      rule: rule, language: language, verdict: verdict,
      documentID: "hard/\(language.rawValue)", text: text, original: original, score: score)
  }

  private static func rule(
    _ id: RuleID, _ en: String, _ ja: String, edits: Int, documents: Int, dropped: Int = 0,
    removed: Int, _ confusion: ConfusionRecord? = nil, _ examples: [EditRecord] = []
  ) -> RuleRecord {
    RuleRecord(
      id: id, name: LocalizedText(en: en, ja: ja),
      reason: LocalizedText(en: "Why \(en).", ja: "\(ja)の理由。"), edits: edits,
      documents: documents, documentsDropped: dropped, bytesRemoved: removed, examples: examples,
      confusion: confusion)
  }

  static let filterRecord = FilterRecord(
    threshold: 0.5,
    dropped: [
      .init(
        documentID: "web/x", language: .english, excerpt: "You goose!", score: 0.81,
        reason: LocalizedText(en: "insults", ja: "悪口")),
      .init(
        documentID: "web/y", language: .japanese, excerpt: "ばか！", score: 0.72,
        reason: LocalizedText(en: "shouting", ja: "どなり声")),
    ], droppedCount: 6,
    confusion: ConfusionRecord(
      truePositives: 4, falsePositives: 2, falseNegatives: 3, trueNegatives: 9),
    sweep: [
      .init(threshold: 0.25, dropped: 8, precision: 0.375, recall: 0.875),
      .init(threshold: 0.5, dropped: 6, precision: 0.625, recall: 0.75),
      .init(threshold: 0.75, dropped: 1, precision: 1, recall: 0.125),
    ])

  static let normalizationRecord = NormalizationRecord(
    rules: [
      rule(
        .compatibility, "Width", "全角半角", edits: 12, documents: 5, removed: 30, nil,
        [EditRecord(rule: .compatibility, place: 3, before: "at １２", after: "at 12")]),
      rule(
        .quotes, "Quotes", "引用符", edits: 6, documents: 4, removed: 8, nil,
        [EditRecord(rule: .quotes, place: 9, before: "“a", after: "\"a")]),
    ], samples: [])

  static let cleaning = [
    Truth(
      figure: "cleaning-diff",
      table: ["Markup | 0 | <b> | ", "Markup | 7 | </b> | ", "Unsuitable content | 11 | Fool! | "],
      drawn: [
        "As it was collected — No rule has seen it yet. — 18", "deleted=removed | inserted=put in",
        "web/en: <plain><b>Mira</b> works.",
        "From raw to clean — All changes at once: what is left is what the tokenizer and the model "
          + "read. — 18 − 7 = 11",
        "deleted=removed | inserted=put in",
        "web/en: <deleted><b><plain>Mira<deleted></b><plain> works.",
      ],
      drawnInJapanese: ["web/ja: <plain>ミラです<deleted>。（広告）<inserted>！"],
      terminal: ["│ [-<b>-]Mira[-</b>-] works."],
      english: ["3 edits in web/en", "from 18 B to 11 B"],
      japanese: ["web/jaは1か所", "27 Bから15 B"]),
    Truth(
      figure: "cleaning-rules",
      table: ["Markup | Why Markup. | 40 | 7 | 2 | 900", "Spam | Why Spam. | 11 | 6 | 3 | 500"],
      drawn: [
        "edits, documents: 0…60 | edits=series(0) | documents dropped=series(1)",
        "Markup: 40 + 2 “40 edits, 2 documents dropped”",
        "Spam: 11 + 3 “11 edits, 3 documents dropped”",
      ],
      terminal: ["██ edits   ▒▒ documents dropped", "▒ 40 edits, 2 documents dropped"],
      english: ["21 documents (3.30 kB) went in, 17 documents (2.80 kB) came out"],
      japanese: ["21文書（3.30 kB）が入り、17文書（2.80 kB）が残り"]),
    Truth(
      figure: "cleaning-confusion",
      table: ["Markup | 30 | 20 | 10 | 5 | 75.0% | 60.0%", "Spam | 9 | 3 | 1 | 8 | 90.0% | 75.0%"],
      drawn: [
        "decisions: 0…60 | noise found=good | noise missed=series(1) | "
          + "clean text touched=series(3)",
        "Markup: 30 + 20 + 10 “precision 75.0%, recall 60.0%”",
        "Spam: 9 + 3 + 1 “precision 90.0%, recall 75.0%”",
      ],
      terminal: [
        "██ noise found   ▒▒ noise missed   ░░ clean text touched",
        "precision 75.0%, recall 60.0%",
      ],
      english: ["2 rules judged", "“Markup”: it found 60.0%", "13 of 16 documents"],
      japanese: ["2個の規則", "「マークアップ」で、見つけられたノイズは60.0%", "16文書のうち13文書"]),
    Truth(
      figure: "noise-matrix", table: ["Markup | 8 | 1 | 4", "Spam | 0 | 6 | 2"],
      drawn: [
        "Put in | Rules that met it, and how often | Together",
        "menus, adverts and other frames | Markup 8 | 8", "spam | Spam 6 · Markup 1 | 7",
        "nothing | Markup 4 · Spam 2 | 6",
      ],
      terminal: ["Spam 6 · Markup 1"], english: ["acted 15 times", "6 times on the ordinary"],
      japanese: ["15回", "6回"]),
    Truth(
      figure: "cleaning-mistakes",
      table: ["Spam | wrongly taken out | Free soup!", "Spam | rightly left | Soup is free."],
      drawn: [
        "Rule | What it did | Text", "Spam | wrongly taken out | Free soup! wrong",
        "Spam | rightly left | Soup is free. right",
      ],
      drawnInJapanese: ["宣伝 | 見逃した | 好調だ。 wrong"],
      terminal: ["wrongly taken out"], english: ["2 cases shown; the rules were wrong about 1."],
      japanese: ["1件を示し", "間違えたのは1件"]),
    Truth(
      figure: "duplicate-threshold",
      table: ["0.60 | 9 | 25.0% | 75.0%", "0.70 | 5 | 50.0% | 62.5%", "0.80 | 2 | 87.5% | 12.5%"],
      drawn: [
        "threshold (similarity): 0.55…0.8 → share (0 to 1): 0…1",
        "precision: 0.6,0.25 0.7,0.5 0.8,0.875", "recall: 0.6,0.75 0.7,0.625 0.8,0.125",
        "mark used: 0.70 at 0.7",
      ],
      terminal: ["* precision   o recall   : used: 0.70"],
      english: ["used 0.70 and dropped 0 documents"], japanese: ["0.70を使い、0文書を"]),
    Truth(
      figure: "duplicate-sides",
      table: [
        "hard/en | 0.720 | a correction, wrongly dropped",
        "hard/en | 0.660 | a copy in other words, missed",
      ],
      drawn: [
        "deleted=removed | inserted=put in",
        "0.720: a correction, wrongly dropped: "
          + "<plain>on <deleted>Sunday<inserted>Monday",
        "0.660: a copy in other words, missed: "
          + "<plain>Mira <deleted>hums<inserted>sings<plain>.",
      ],
      drawnInJapanese: ["0.680：訂正記事。正しく残した: <plain>港の<deleted>夜<inserted>朝"],
      terminal: ["0.720: a correction, wrongly dropped"],
      english: ["2 pairs near the threshold of 0.70"], japanese: ["しきい値0.70の近くの1組"]),
    Truth(
      figure: "filter-sides",
      table: [
        "0.95 | Stupid rain! | harmless | wrongly taken out",
        "0.05 | Stay at home. | unkind | missed",
      ],
      drawn: [
        "Score | Sentence | Really | The filter",
        "0.95 | Stupid rain! | harmless | wrongly taken out wrong",
        "0.05 | Stay at home. | unkind | missed wrong",
      ],
      drawnInJapanese: ["0.40 | ばかな雨。 | 無害 | 正しく残した right"],
      terminal: ["harmless"],
      english: ["2 sentences shown", "from 0.50 on", "wrong about 2"],
      japanese: ["1文を", "0.50以上", "0文を間違え"]),
    Truth(
      figure: "near-duplicates", table: ["web/b | web/a | 0.930"],
      drawn: [
        "deleted=removed | inserted=put in",
        "web/b repeats web/a: similarity 93.0%: <plain>Mira sings<inserted> today<plain>.",
      ],
      drawnInJapanese: ["web/dはweb/cの繰り返し：類似度87.0%: <plain>港の朝<deleted>です"],
      terminal: ["│ Mira sings{+␣today+}."],
      english: ["1 pair shown", "web/b repeats web/a, similarity 93.0%"],
      japanese: ["1組", "web/dとweb/cで、類似度は87.0%"]),
    Truth(
      figure: "filter-dropped", table: ["web/x | You goose! | 0.81 | insults"],
      drawn: ["Document | Passage | Score | Reason", "web/x | You goose! | 0.81 | insults"],
      drawnInJapanese: ["web/y | ばか！ | 0.72 | どなり声"],
      terminal: ["web/x     You goose!   0.81  insults"],
      english: ["6 sentences dropped", "threshold of 0.50"], japanese: ["しきい値0.50", "6文"]),
    Truth(
      figure: "filter-confusion", table: ["unsuitable | 4 | 3", "suitable | 2 | 9"],
      drawn: [
        "decision →: dropped×1 plain | kept×1 plain",
        "truth: unsuitable: ✓ 4×1 inserted | ✗ 3×1 deleted",
        "truth: suitable: ✗ 2×1 deleted | ✓ 9×1 inserted",
      ],
      terminal: ["✓ 4", "✗ 3"],
      english: ["Unsuitable: 4 dropped, 3 missed. Suitable: 9 rightly kept, 2 wrongly dropped."],
      japanese: ["4件を除き、3件を見逃し", "2件を誤って除き、9件"]),
    Truth(
      figure: "filter-threshold",
      table: ["0.25 | 8 | 37.5% | 87.5%", "0.50 | 6 | 62.5% | 75.0%", "0.75 | 1 | 100.0% | 12.5%"],
      drawn: [
        "threshold (score): 0.2…0.8 → share (0 to 1): 0…1",
        "precision: 0.25,0.375 0.5,0.625 0.75,1", "recall: 0.25,0.875 0.5,0.75 0.75,0.125",
        "mark used: 0.50 at 0.5",
      ],
      terminal: ["* precision   o recall   : used: 0.50"],
      english: ["used 0.50 and dropped 6 sentences"], japanese: ["0.50を使い、6文を"]),
    Truth(
      figure: "normalization-diff", table: ["Width | at １２ | at 12 | 12", "Quotes | “a | \"a | 6"],
      drawn: [
        "Width — This rule made 12 edits in all documents together. — 0 + 12 = 12",
        "deleted=removed | inserted=put in",
        "Width: <plain>at <deleted>１２<inserted>12 // Why Width.",
        "Quotes — This rule made 6 edits in all documents together. — 12 + 6 = 18",
        "deleted=removed | inserted=put in",
        "Quotes: <deleted>“<inserted>\"<plain>a // Why Quotes.",
      ],
      terminal: ["│ at [-１２-]{+12+}"], english: ["2 rules", "18 edits in all"],
      japanese: ["2個の規則", "18か所"]),
  ]
}
