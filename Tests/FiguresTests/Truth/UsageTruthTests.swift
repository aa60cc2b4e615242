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

  static let rows: [Row] = prompt + attention + stream + answer

  private static let prompt = [
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

  private static let attention = [
    Row(
      "query-key-value", .english,
      [
        (0, 0, "q <|en|>"), (0, 1, "110.00  160.00"), (2, 1, "112.00  162.00"), (5, 0, "k ?"),
        (5, 1, "212.00  262.00"), (7, 0, "v ␣sea"), (7, 1, "311.00  361.00"),
      ], "Layer 0, head 1: three vectors of 2 numbers for each of 3 positions", "k: key"),
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
        (1, 2, "␣sea"),
      ], "1 layer of 2 heads. L0H1 is layer 0, head 1", "L0H1"),
    Row(
      "heads", .japanese, [(0, 1, "0.867"), (0, 2, "<|ja|>"), (1, 1, "0.633")],
      "いちばん的を絞っているのはL0H0で", "L0H0"),
  ]

  private static let stream = [
    Row(
      "residual-stream", .english,
      [
        (0, 0, "embedding"), (0, 1, "5.00"), (0, 2, "3.00  4.00  0.00  0.00"),
        (1, 0, "+ attention 0"), (1, 1, "10.0"), (2, 0, "+ MLP 0"), (2, 1, "13.0"),
        (2, 2, "5.00  12.00  0.00  0.00"),
      ],
      "“?”, after each part; the first 4 numbers. Its length goes from 5.00 to 13.0: 2 of 2 additions made it longer.",
      "+ MLP 0"),
    Row(
      "residual-stream", .japanese, [(1, 0, "＋注意0"), (1, 2, "−6.00  −8.00  0.00  0.00")],
      "「？」のベクトルの、先頭4個の数。長さは5.00から13.0になりました。", "＋注意0"),
    Row(
      "mlp", .english,
      [
        (0, 0, "neuron 1"), (0, 1, "0.900"), (1, 0, "neuron 3"), (2, 0, "neuron 4"),
        (3, 1, "0.200"),
        (4, 0, "neuron 2"), (4, 1, "−0.100"),
      ], "Layer 0, last position (“?”): of 5 neurons, 2 have a value above 0.5", "neuron 1"),
    Row(
      "mlp", .japanese, [(0, 0, "ニューロン2"), (0, 1, "0.100"), (4, 1, "−0.900")],
      "ブロック0、最後の位置（「？」）。5個のニューロンのうち、値が0.5を超えたのは0個", "ニューロン2"),
    Row(
      "logits", .english,
      [(0, 0, "␣blue"), (0, 1, "61"), (0, 2, "3.25"), (0, 3, "50.00%"), (2, 3, "7.00%")],
      "goes to “␣blue”: logit 3.25, which softmax turns into 50.0%", "2.50 → 30.0%"),
    Row(
      "logits", .japanese, [(0, 0, "南"), (0, 1, "81"), (1, 2, "2.75"), (1, 3, "13.00%")],
      "「南」のロジット4.50で、ソフトマックスによって確率85.0%", "4.50 → 85.0%"),
    Row(
      "layer-guesses", .english,
      [
        (0, 0, "embedding only"), (0, 1, "?"), (0, 2, "40.0%"), (0, 3, "–"),
        (1, 0, "after block 0"),
        (1, 1, "␣blue"), (1, 2, "62.0%"), (1, 3, "␣deep"), (1, 4, "␣red"),
      ], "The final guess, “␣blue”, comes first after block 0", "␣blue 62.0% ✓"),
    Row(
      "layer-guesses", .japanese,
      [(0, 0, "埋め込みだけ"), (0, 1, "南"), (0, 2, "33.0%"), (1, 2, "77.0%")],
      "「南」が初めて第一候補になるのは「埋め込みだけ」", "南 77.0% ✓"),
    Row(
      "knockouts", .english,
      [
        (0, 0, "nothing"), (0, 1, "␣deep"), (0, 2, "0.950"), (0, 3, "␣deep"), (1, 1, "!"),
        (1, 2, "0.940"), (2, 0, "attention 0"), (2, 2, "0.600"), (4, 0, "L0H0"), (4, 2, "0.800"),
        (6, 0, "L0H1"), (6, 2, "0.120"), (6, 3, "␣sea"), (6, 4, "0.755"), (7, 2, "0.110"),
        (8, 0, "MLP 0"), (9, 2, "0.290"),
      ],
      "Of all heads L0H1 is missed most: without it the probability of “!” goes from 94.0% to 11.0%, and "
        + "“␣sea” is likeliest. “␣deep” is missed most without MLP 0: from 95.0% to 30.0%.", "L0H1"),
    Row(
      "knockouts", .japanese,
      [(0, 0, "なし"), (0, 1, "南"), (2, 0, "注意0"), (4, 0, "L0H0"), (4, 2, "0.120")],
      "いちばん困るのはL0H0です。取り除くと「。」の確率は94.0%から11.0%になります（第一候補は「␣sea」）。"
        + "「南」がいちばん困るのはMLP0を取り除いたときで、95.0%から30.0%になります。", "MLP0"),
    Row(
      "inside-map", .english,
      [
        (0, 0, "hook_embed"), (0, 1, "3 × 4"), (0, 2, "0.100"), (0, 3, "1.20"), (1, 3, "93.0"),
        (2, 0, "blocks.0.attn.hook_q"), (2, 1, "3 × 2 × 2"), (2, 2, "100"), (2, 3, "162"),
        (4, 3, "362"), (5, 1, "2 × 3 × 3"), (5, 3, "1.00"), (6, 2, "21.0"), (7, 3, "34.0"),
        (8, 3, "12.0"), (9, 0, "ln_final.hook_normalized"), (9, 2, "41.0"),
      ],
      "3 positions pass 1 block. Each box shows the shape of what is computed and the range of its "
        + "values. The first token written is “␣deep”", "q 3 × 2 × 2: values 100 to 162"),
    Row(
      "inside-map", .japanese, [(2, 2, "−162"), (2, 3, "−100")],
      "3個の位置が、1個のブロックを通ります。箱には、計算されるものの形と、値の範囲を示します。最初に書かれるトークンは「南」",
      "値 −162～−100"),
  ]

  private static let answer = [
    Row(
      "choices", .english,
      [
        (0, 0, "."), (0, 1, "2.00"), (0, 2, "60.00%"), (0, 3, "75.00%"), (0, 4, "yes"), (1, 0, "!"),
        (1, 2, "20.00%"), (1, 3, "25.00%"), (2, 2, "11.00%"), (2, 3, "0.00%"), (2, 4, "no"),
      ], "Token 2 of the answer. “!” was chosen (20.0%); 2 candidates stood above the cut",
      "drawn at 0.815"),
    Row(
      "choices", .japanese, [(0, 0, "南"), (0, 3, "100.00%"), (1, 0, "北"), (1, 4, "いいえ")],
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
      "postprocessing", .english,
      [
        (0, 0, "broken characters"), (0, 1, " Deep!\u{FFFD} "), (0, 2, " Deep! "),
        (1, 0, "white space"), (1, 2, "Deep!"),
      ], "2 rules fired", "broken characters, white space"),
    Row(
      "postprocessing", .japanese, [(0, 0, "当てはまる規則なし"), (0, 1, "南。"), (0, 2, "南。")],
      "当てはまる規則はなく", "読む人に届く文"),
    Row(
      "answer-forms", .english,
      [(0, 0, "On a page"), (0, 1, "Deep!"), (1, 0, "As JSON, for programs (nakami ask --json)")],
      "The same answer for a reader, for a program and for a file", "\"text\" : \"Deep!\""),
    Row(
      "answer-forms", .japanese, [(0, 1, "南。"), (2, 0, "報告書として（nakami ask）")], "同じ答えを",
      "答え     南。"),
  ]
}
