import Names
import Record
import SampleRuns

extension Truth {
  private static func piece(_ id: Int32, _ text: String) -> TokenPiece {
    SampleRun.piece(id, text)
  }
  private static let (headE6, tailAF) = (
    TokenPiece(id: 30, bytes: [0x78, 0xE6], text: "‹78 E6›"),
    TokenPiece(id: 31, bytes: [0xB8, 0xAF], text: "‹B8 AF›")
  )

  static let tokenizationRecord = TokenizationRecord(
    vocabularySize: 266, specialTokens: [],
    merges: [
      .init(
        left: piece(10, "t"), right: piece(11, "h"), result: piece(263, "th"), count: 900,
        lengthBefore: 20_000, lengthAfter: 19_100),
      .init(
        left: piece(263, "th"), right: piece(12, "e"), result: piece(264, "the"), count: 700,
        lengthBefore: 19_100, lengthAfter: 18_400),
    ], bytesInCorpus: 20_000, tokensInCorpus: 18_400,
    bytesPerToken: [
      LanguageValue(language: .english, value: 1.4),
      LanguageValue(language: .japanese, value: 1.05),
    ],
    samples: [
      .init(
        language: .english, text: "the s", tokens: [piece(264, "the"), piece(14, " s")],
        steps: [
          [piece(10, "t"), piece(11, "h"), piece(12, "e"), piece(15, " "), piece(16, "s")],
          [piece(263, "th"), piece(12, "e"), piece(15, " "), piece(16, "s")],
          [piece(264, "the"), piece(15, " "), piece(16, "s")],
          [piece(264, "the"), piece(14, " s")],
        ]),
      .init(
        language: .japanese, text: "x港", tokens: [headE6, tailAF],
        steps: [[headE6, tailAF]]),
    ])

  static let tokens = [
    Truth(
      figure: "merge-film",
      table: [
        "1 | t | h | th | 263 | 900 | 20,000 | 19,100",
        "2 | th | e | the | 264 | 700 | 19,100 | 18,400",
      ],
      drawn: [
        "Merge 1 — The pair was seen 900 times; what it becomes has the new id 263. — "
          + "20,000 − 900 = 19,100",
        ": t#10 + h#11 → th#263!",
        "Merge 2 — The pair was seen 700 times; what it becomes has the new id 264. — "
          + "19,100 − 700 = 18,400",
        ": th#263 + e#12 → the#264!",
      ],
      terminal: ["|t | +  |h | →  [th ]", "|th | +  |e | →  [the]"],
      english: ["2 merges", "“t” and “h”", "900 times"], japanese: ["合わせて2個", "「t」と「h」（900回）"]),
    Truth(
      figure: "merge-table",
      table: [
        "1 | t | h | th | 263 | 900 | 20,000 | 19,100",
        "2 | th | e | the | 264 | 700 | 19,100 | 18,400",
      ],
      drawn: [
        "Merge | Left | Right | Result | Count", "1 | t | h | th | 900", "2 | th | e | the | 700",
      ],
      terminal: ["1  t     h      th        900"],
      english: ["2 of 2 merges", "from “th” to “the”"], japanese: ["2個の結合のうち2個", "「th」から「the」"]),
    Truth(
      figure: "corpus-shrinking", table: ["0 | 20,000", "1 | 19,100", "2 | 18,400"],
      drawn: [
        "merges learned: 0…2 → corpus length (thousand tokens): 0…20",
        "corpus length: 0,20 1,19.1 2,18.4",
      ],
      terminal: ["* corpus length"],
      english: ["20,000 bytes to 18,400 tokens", "1.40 bytes of English, 1.05 bytes of Japanese"],
      japanese: ["20,000バイトが18,400トークン", "英語で1.40バイト、日本語で1.05バイト"]),
    Truth(
      figure: "token-text", table: ["0 | the | 264 | 74 68 65", "1 | ␣s | 14 | 20 73"],
      drawn: [": the#264 ␣s#14"], drawnInJapanese: [": ‹78 E6›#30 ‹B8 AF›#31"],
      terminal: ["|the| |␣s|", " 264   14"], english: ["“the␣s”: 5 B become 2 tokens"],
      japanese: ["「x港」：4 Bが2トークン"]),
    Truth(
      figure: "encoding-steps",
      table: [
        "bytes: 5 tokens | 5 | t | h | e | ␣ | s",
        "after 1 merge: 4 tokens | 4 | th | e | ␣ | s",
        "after 2 merges: 3 tokens | 3 | the | ␣ | s",
        "after 3 merges: 2 tokens | 2 | the | ␣s",
      ],
      drawn: [
        "bytes: 5 tokens — Each byte is a token of its own. — 5", ": t#10 h#11 e#12 ␣#15 s#16",
        "after 1 merge: 4 tokens — New: “th”. — 5 − 1 = 4", ": th#263! e#12 ␣#15 s#16",
        "after 2 merges: 3 tokens — New: “the”. — 4 − 1 = 3", ": the#264! ␣#15 s#16",
        "after 3 merges: 2 tokens — New: “␣s”. — 3 − 1 = 2", ": the#264 ␣s#14!",
      ],
      drawnInJapanese: [
        "バイト：2トークン — 1バイトが1トークンです。 — 2", ": ‹78 E6›#30 ‹B8 AF›#31",
      ],
      terminal: ["after 2 merges: 3 tokens", "[the         ] |␣ | |s |"],
      english: ["“the␣s” begins as 5 bytes", "2 tokens remain"],
      japanese: ["「x港」は、はじめ2個のバイト", "2トークンが残り"]),
    Truth(
      figure: "split-character", table: ["港 | E6 B8 AF | ‹78 E6› (30) | ‹B8 AF› (31)"],
      drawn: [
        "characters: …×1 plain | 港×3 fresh",
        "bytes (UTF-8, hexadecimal): 78×1 plain | E6×1 fresh | B8×1 fresh | AF×1 fresh",
        "tokens and their ids: ‹78 E6›#30×2 token(0) | ‹B8 AF›#31×2 token(1)",
      ],
      terminal: ["78", "E6", "‹B8 AF›"],
      english: ["“港” is the bytes E6 B8 AF", "‹78 E6› (30), ‹B8 AF› (31)"],
      japanese: ["「港」のバイトはE6 B8 AF", "‹78 E6›（30）、‹B8 AF›（31）"]),
  ]

  private static let (mira, works, at, the) = (
    piece(40, "Mira"), piece(41, " works"), piece(42, " at"), piece(43, " the")
  )

  static let datasetRecord = DatasetRecord(
    parts: [
      .init(
        name: .training, documents: 8, tokens: 7_000, bytes: 99_000,
        shelves: [
          .init(kind: .webPage, language: .english, documents: 5, tokens: 4_000),
          .init(kind: .story, language: .japanese, documents: 3, tokens: 3_000),
        ]),
      .init(
        name: .validation, documents: 2, tokens: 2_000, bytes: 88_000,
        shelves: [.init(kind: .webPage, language: .english, documents: 2, tokens: 2_000)]),
      .init(
        name: .test, documents: 1, tokens: 1_000, bytes: 77_000,
        shelves: [.init(kind: .story, language: .japanese, documents: 1, tokens: 1_000)]),
    ], batchSize: 4, contextLength: 5,
    rows: [
      .init(inputs: [mira, works], targets: [works, at]),
      .init(inputs: [at, the], targets: [the, mira]),
    ])

  static let dataset = [
    Truth(
      figure: "dataset-split",
      table: [
        "training | web pages | English | 5 | 4,000", "training | stories | Japanese | 3 | 3,000",
        "validation | web pages | English | 2 | 2,000", "test | stories | Japanese | 1 | 1,000",
      ],
      drawn: [
        "thousand tokens: 0…8 | English=series(0) | Japanese=series(1)",
        "training: 4 + 3 “70.0% (8 documents)”", "validation: 2 + 0 “20.0% (2 documents)”",
        "test: 0 + 1 “10.0% (1 document)”",
      ],
      terminal: ["██ English   ▒▒ Japanese", "70.0% (8 documents)"],
      english: [
        "training: 8 documents, 7,000 tokens (70.0%)", "test: 1 document, 1,000 tokens (10.0%)",
      ],
      japanese: ["訓練用：8文書、7,000トークン（70.0%）", "テスト用：1文書、1,000トークン（10.0%）"]),
    Truth(
      figure: "batch",
      table: [
        "1 | 0 | Mira | ␣works", "1 | 1 | ␣works | ␣at", "2 | 0 | ␣at | ␣the",
        "2 | 1 | ␣the | Mira",
      ],
      drawn: [
        "Row 1 — What is wanted at one place is given at the next. — 1 / 1",
        "given: Mira#40 ␣works#41", "wanted: ␣works#41 ␣at#42",
        "Row 2 — What is wanted at one place is given at the next. — 1 / 1",
        "given: ␣at#42 ␣the#43", "wanted: ␣the#43 Mira#40",
      ],
      terminal: ["|Mira  | |␣works|", "|␣works| |␣at   |"],
      english: ["4 rows of 5 tokens", "2 of them are shown"],
      japanese: ["5トークンの行が4行", "そのうち2行"]),
  ]
}
