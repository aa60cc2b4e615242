import Charts
import Names
import Record
import Testing

@testable import Figures

/// What a reader sees of one prompt's way through the model, against the numbers that were put in.
@Suite struct UsageTruthTests {
  /// A cell of the table, words of the description, words of a line for the terminal.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var language: Language
    var cells: [(row: Int, column: Int, text: String)]
    var description: String
    var terminal: String

    init(
      _ name: String, _ language: Language, _ cells: [(row: Int, column: Int, text: String)],
      _ description: String, _ terminal: String
    ) {
      self.name = name
      self.language = language
      self.cells = cells
      self.description = description
      self.terminal = terminal
    }

    var testDescription: String { "\(name) \(language.rawValue)" }
  }

  static func figure(_ name: String, _ language: Language) throws -> Figure {
    try FigureCatalog.figure(name, run: UsageSample.run, language: language)
  }

  @Test(arguments: rows)
  func tableDescriptionAndTerminalTellTheRecord(row: Row) throws {
    let figure = try Self.figure(row.name, row.language)
    for cell in row.cells {
      let rows = figure.table.rows
      let isThere = rows.indices.contains(cell.row) && rows[cell.row].indices.contains(cell.column)
      #expect((isThere ? rows[cell.row][cell.column] : "no such cell") == cell.text)
    }
    #expect(figure.description.contains(row.description), "\(figure.description)")
    let lines = figure.terminal(width: 120, style: .plain).map { $0.rendered(.plain) }
    #expect(
      lines.contains { $0.contains(row.terminal) },
      "\(row.terminal)\n\(lines.joined(separator: "\n"))")
  }

  @Test func everyFigureOfUsageHasARowInBothLanguages() {
    for name in FigureCatalog.definitions.filter({ $0.row.hasPrefix("U") }).map({ $0.name }) {
      for language in Language.allCases {
        #expect(Self.rows.contains { $0.name == name && $0.language == language }, "\(name)")
      }
    }
  }

  static let rows: [Row] =
    prompt + stage + attention + way + stream + answer + ExamTruthTests.rows
    + CausalMapTruthTests.rows + HeadLabelTruthTests.rows + FeedbackTruthTests.rows
    + ImprovementTruthTests.rows + NumberOriginTruthTests.rows

  private static let prompt = [
    Row(
      "request-recasts", .english,
      [(1, 0, "where does mira work"), (1, 4, "4/10"), (1, 5, "9/10")],
      "4 requests. Where the right answer is known", "where does mira work"),
    Row(
      "request-recasts", .japanese, [(0, 3, "ミラさんの職場はどこですか？"), (0, 4, "2/12")], "1通りの頼み方", "2/12"),
    Row(
      "language-scores", .english, [(0, 1, "English"), (1, 4, "75.0%")],
      "The scores of 4 sentences", "Das Meer"),
    Row("language-scores", .japanese, [(3, 1, "ロシア語"), (3, 4, "93.8%")], "4個の文の得点", "93.8%"),
    Row(
      "prompt-steps", .english,
      [
        (0, 0, "Characters brought to one form"), (0, 1, "Ｗhere is the sea?"),
        (0, 2, "Where is the sea?"), (1, 2, "en"),
        (2, 2, "<|en|><|question|>Where is the sea?<|answer|>"),
      ], "is taken for English (English 0.900, Japanese 0.100)", "English 0.900, Japanese 0.100"),
    Row(
      "prompt-steps", .japanese,
      [(0, 1, "海はどこですか？"), (1, 2, "ja"), (2, 2, "<|ja|><|question|>海はどこですか?<|answer|>")],
      "日本語と判定されました（英語 0.200、日本語 0.800）", "英語 0.200、日本語 0.800"),
    Row(
      "prompt-tokens", .english,
      [(0, 1, "<|en|>"), (1, 0, "1"), (1, 1, "␣sea"), (1, 2, "41"), (1, 3, "20 73 65 61")],
      "3 tokens are given", "␣sea"),
    Row(
      "prompt-tokens", .japanese, [(1, 1, "海"), (1, 2, "51"), (1, 3, "E6 B5 B7")], "3トークンが", "海"),
    Row(
      "embedding-rows", .english,
      [(0, 0, "<|en|>"), (0, 1, "10.10  20.20  30.30  40.40"), (2, 0, "?")],
      "3 positions; of each vector's 4 numbers the first 4 are shown",
      "their sum enters the first block"),
    Row(
      "embedding-rows", .japanese, [(1, 0, "海"), (1, 1, "−50.50  −60.60  −70.70  −80.80")],
      "3個の位置について、4次元のうち先頭の4次元", "足したものが最初のブロックに入る"),
  ]

  private static let stage = [
    Row(
      "stage", .english,
      [
        (0, 0, "Tokens"), (0, 1, "3"), (0, 2, "tokens read"),
        (9, 1, "0.150 + 0.800 + 0.050 ≈ 1.000"),
        (14, 2, "so many times as likely is “␣deep” as “␣blue”"),
      ],
      "Followed is the row of “?”, from which the next token comes, “␣deep”, the one of the answer that "
        + "carries the fact. Its way leads through head 1 of block 0, the head that this token misses "
        + "most: without it the probability of “␣deep” goes from 95.0% to 12.0%.",
      "prompt |<|en|>| |␣sea| [?] answer (␣deep) (!)"),
    Row(
      "stage", .japanese,
      [
        (1, 1, "−0.900"), (5, 1, "3 × 2 = 6"), (12, 1, "−0.50"),
        (14, 1, "e^(5.250 − 2.125) ≈ 22.8"),
      ],
      "追いかけるのは「？」の行です。次のトークン「南」は、この行から生まれます。通り道はブロック0のヘッド0。", "プロンプト"),
    Row(
      "head-by-head", .english,
      [
        (0, 0, "Block 0, head 0"), (0, 1, "<|en|>"), (0, 2, "0.500"), (0, 3, "80.0%"),
        (1, 1, "␣sea"), (1, 2, "0.800"), (1, 3, "12.0%"),
      ],
      "Where each of 2 heads looks from “?”. Most missed is head 1 of block 0: without it the "
        + "probability of “␣deep” goes from 95.0% to 12.0%.",
      "It looks most at “␣sea”. With all heads the probability of “␣deep” is 95.0%. This is the head"
    ),
    Row(
      "head-by-head", .japanese,
      [(0, 1, "<|ja|>"), (0, 2, "0.900"), (0, 3, "12.0%"), (1, 3, "80.5%")],
      "2個のヘッドが、それぞれ「？」からどこを見ているか。なくなるといちばん困るのはブロック0のヘッド0で", "0.350"),
    Row(
      "token-by-token", .english,
      [
        (0, 0, "␣deep"), (0, 1, "2.50"), (0, 2, "30.0%"), (0, 3, "␣blue"), (0, 4, "L0H1"),
        (1, 0, "!"), (1, 2, "20.0%"), (1, 3, "."),
      ],
      "2 tokens of the answer, each with the logits from which it was chosen. The model was least sure of "
        + "“!” (20.0%).",
      "“␣deep” has 30.0%. Most of all it would miss head 1 of block 0: without it 12.0% are left."),
    Row(
      "token-by-token", .japanese, [(0, 1, "4.50"), (0, 2, "85.0%"), (0, 3, "北"), (0, 4, "L0H0")],
      "答えの1個のトークンと、それぞれが選ばれたときのロジット。モデルがいちばん迷ったのは「南」（85.0%）", "e^(4.500 − 2.750) ≈ 5.75"),
  ]

  private static let attention = [
    Row(
      "query-key-value", .english,
      [
        (0, 0, "q <|en|>"), (0, 1, "110.00  160.00"), (2, 1, "112.00  162.00"), (5, 0, "k ?"),
        (5, 1, "212.00  262.00"), (7, 0, "v ␣sea"), (7, 1, "311.00  361.00"),
      ],
      "Layer 0, head 1: three vectors of 2 numbers for each of 3 positions. Each is made from the sum of its "
        + "two embeddings, which enters this first block, normalized: 4 numbers", "k: key"),
    Row(
      "query-key-value", .japanese, [(0, 1, "−100.00  −150.00"), (8, 1, "−302.00  −352.00")],
      "ブロック0・ヘッド0。3個の位置それぞれに、2個の数", "k：キー"),
    Row(
      "attention-scores", .english,
      [(1, 0, "␣sea"), (1, 1, "110.00"), (1, 2, "111.00"), (1, 3, "–"), (2, 1, "120.00")],
      "Layer 0, head 1: the product of query and key, divided by the square root of 2", "␣sea"),
    Row(
      "attention-scores", .japanese, [(1, 1, "−10.00"), (2, 3, "−22.00"), (0, 2, "–")],
      "ブロック0・ヘッド0。クエリとキーの内積を、2の平方根", "海"),
    Row(
      "attention-pattern", .english,
      [
        (1, 0, "␣sea"), (1, 1, "␣sea"), (1, 2, "0.750"), (2, 0, "?"), (2, 1, "␣sea"),
        (2, 2, "0.800"),
      ],
      "Layer 0, head 1. Each row says where one position looks. The last one, “?”, looks most at "
        + "“␣sea” (80.0%)", "␣sea"),
    Row(
      "attention-pattern", .japanese,
      [(1, 1, "海"), (1, 2, "0.700"), (2, 1, "<|ja|>"), (2, 2, "0.900")],
      "ブロック0・ヘッド0。横の1行が、一つの位置の視線です。最後の「？」がいちばん見ているのは「<|ja|>」（90.0%）", "海"),
    Row(
      "heads", .english,
      [
        (0, 0, "L0H0"), (0, 1, "0.700"), (0, 2, "<|en|>"), (1, 0, "L0H1"), (1, 1, "0.850"),
        (1, 2, "␣sea"), (0, 3, "2"), (0, 4, "3"), (0, 5, "4"), (1, 3, "5"), (1, 5, "7"),
        (0, 6, "previous token"), (1, 6, "first token, induction, name"),
      ],
      "The sharpest is L0H1, whose greatest weight is 0.850 on average; the widest look is that of L0H0, with "
        + "0.700.", "L0H1"),
    Row(
      "heads", .japanese,
      [
        (0, 1, "0.867"), (0, 2, "<|ja|>"), (1, 1, "0.633"), (0, 3, "直前"), (1, 3, "先頭、誘導、名前"),
      ],
      "いちばん的を絞っているのはL0H0で、最大の重みは平均0.867です。いちばん広く見渡しているのはL0H1で、0.633です。",
      "L0H0"),
  ]

  private static let answer = [
    Row(
      "choices", .english,
      [
        (0, 0, "."), (0, 1, "2.00"), (0, 2, "4.00"), (0, 3, "60.00%"), (0, 4, "75.00%"),
        (0, 5, "yes"), (1, 0, "!"), (1, 3, "20.00%"), (1, 4, "25.00%"), (2, 2, "1.00"),
        (2, 3, "11.00%"), (2, 4, "0.00%"), (2, 5, "no, by min-p"),
      ], "Token 2 of the answer. “!” was chosen (20.0%); 2 candidates stood above the cut",
      "drawn at 0.815"),
    Row(
      "choices", .japanese, [(0, 0, "南"), (0, 4, "100.00%"), (1, 0, "北"), (1, 5, "いいえ（温度0）")],
      "答えの1番目のトークン。「南」（85.0%）が選ばれました。切り捨てられずに残った候補は1個", "南"),
    Row(
      "choice-film", .english,
      [
        (0, 0, "1"), (0, 1, "␣deep"), (0, 2, "30.0%"), (0, 3, "␣blue (50.0%)"), (0, 4, "0.900"),
        (1, 1, "!"), (1, 2, "20.0%"), (1, 3, ". (60.0%)"), (1, 4, "1.100"),
      ], "The first 2 choices on the way to “Deep!”", "Choice 2, after “␣deep”"),
    Row(
      "choice-film", .japanese,
      [(0, 1, "南"), (0, 2, "85.0%"), (0, 3, "北（13.0%）"), (0, 4, "0.450")], "「南。」に至る、はじめの1回",
      "エントロピー 0.45ナット、いちばん確率の高いもの"),
    Row(
      "generation-step", .english,
      [
        (0, 0, "1"), (0, 1, "Inference program"), (0, 2, "Model"),
        (0, 3, "the newest token, “␣deep”, id 62; keys and values of the 3 before it are kept"),
        (1, 3, "a logit for each of the 266 tokens, the highest: “.” 2.00, “!” 1.00, “…” 0.50"),
        (
          2, 3,
          "temperature 0.8, top-k 5, top-p 0.95, min-p 0.05: 2 tokens stay, “.” 75.0%, “!” 25.0%"
        ),
        (3, 3, "the draw 0.815 lies between 0.750 and 1.000, the stretch of “!”"),
        (4, 2, "Inference program"), (4, 3, "“!”, id 72; its probability was 20.0%"),
        (5, 2, "Tokenizer"), (5, 3, "id 72"), (6, 3, "bytes 21, that is “!”"),
        (7, 3, "as many tokens as were allowed are written: nothing more is asked"),
      ],
      "Token 2 of the answer, the hardest to choose: “!”, to which the model gave 20.0%.",
      "7. Tokenizer ⇢ Inference program"),
    Row(
      "generation-step", .japanese,
      [
        (0, 3, "プロンプトの3トークン。最後は「？」"), (1, 3, "266個のトークンすべてのロジット。高い順に「南」 4.50、「北」 2.75"),
        (2, 3, "いつも第一候補：残るのは1個で、「南」 100.0%"), (3, 3, "「南」（ID 81）。確率は85.0%だった"),
        (5, 3, "バイト E5 8D 97、つまり「南」"), (6, 3, "文脈がいっぱいになり、もう読めないので、ここで終わる"),
      ], "答えの1番目、いちばん迷った「南」が書かれるまでです。モデルがつけた確率は85.0%でした。", "4. トークンの選択 ⇢ 推論プログラム"),
    Row(
      "postprocessing", .english,
      [
        (0, 0, "broken characters"), (0, 1, " Deep!\u{FFFD} "), (0, 2, " Deep! "),
        (1, 0, "white space"), (1, 2, "Deep!"),
      ], "2 rules fired", "2/4  broken characters"),
    Row(
      "postprocessing", .japanese, [(0, 0, "当てはまる規則なし"), (0, 1, "南。"), (0, 2, "南。")],
      "当てはまる規則はなく", "読む人に届く文"),
    Row(
      "settings-compared", .english,
      [
        (0, 0, "greedy"), (0, 1, "the sea"), (0, 2, "2"), (0, 3, "0"), (0, 4, "60.0%"),
        (1, 0, "temperature 0.7, top-k 5, top-p 0.9"), (1, 3, "2"), (1, 4, "40.0%"),
        (2, 0, "temperature 1.2"), (2, 2, "1"), (2, 4, "16.0%"),
        (3, 0, "greedy, repetition penalty 1.3"),
      ], "“Mira went to” answered with 4 settings and the same seed: 3 different texts",
      "2 tokens, 2 of them drawn from several; mean probability 40.0%"),
    Row(
      "settings-compared", .japanese,
      [
        (0, 0, "いつも第一候補"), (0, 1, "あの海"), (1, 0, "温度0.7、top-k 5、top-p 0.9"), (2, 4, "11.0%"),
        (3, 0, "いつも第一候補、繰り返しの抑制1.3"),
      ], "「ミラが好きなのは」の続きを、同じ乱数の種のまま4通りの設定で書かせると、3通りの文になりました",
      "1トークン、そのうち複数の候補から選んだのは1個。確率の平均は11.0%"),
    Row(
      "other-way", .english,
      [
        (0, 0, "1"), (0, 1, "␣the"), (0, 3, "␣the"), (1, 1, "␣sea"), (1, 2, "45.0%"),
        (1, 3, "␣hill"), (1, 4, "20.0%"),
      ],
      "At token 2, the hardest one, “␣sea” was the likeliest (45.0%). With “␣hill” (20.0%) in its place",
      "The other way, with “␣hill” (20.0%)"),
    Row(
      "other-way", .japanese, [(1, 1, "海"), (1, 2, "40.0%"), (1, 3, "丘"), (1, 4, "15.0%")],
      "いちばん迷った2番目のトークンでは、「海」（40.0%）が第一候補でした。代わりに「丘」（15.0%）を選ぶと",
      "もとの道：「海」（40.0%）を選んだとき"),
    Row(
      "answer-forms", .english,
      [(0, 0, "On a page"), (0, 1, "Deep!"), (1, 0, "As JSON, for programs (nakami ask --json)")],
      "The same answer for a reader, for a program and for a file", "\"text\" : \"Deep!\""),
    Row(
      "answer-forms", .japanese, [(0, 1, "南。"), (2, 0, "報告書として（nakami ask）")], "同じ答えを",
      "答え     南。"),
  ]
}
