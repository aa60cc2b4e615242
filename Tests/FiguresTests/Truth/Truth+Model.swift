import Names
import Record
import SampleRuns

extension Truth {
  static let architectureRecord: ArchitectureRecord = {
    var tensors = [
      SampleRun.tensor("wte.weight", [11, 6], .embedding, nil),
      SampleRun.tensor("wpe.weight", [5, 6], .position, nil),
    ]
    for layer in 0..<2 {
      tensors += [
        SampleRun.tensor("h.\(layer).ln_1.weight", [6], .normalization, layer),
        SampleRun.tensor("h.\(layer).attn.c_attn.weight", [6, 18], .attention, layer),
        SampleRun.tensor("h.\(layer).attn.c_attn.bias", [18], .attention, layer),
        SampleRun.tensor("h.\(layer).attn.c_proj.weight", [6, 7], .attention, layer),
        SampleRun.tensor("h.\(layer).ln_2.weight", [8], .normalization, layer),
        SampleRun.tensor("h.\(layer).mlp.c_fc.weight", [6, 24], .mlp, layer),
        SampleRun.tensor("h.\(layer).mlp.c_proj.weight", [24, 9], .mlp, layer),
      ]
    }
    tensors.append(SampleRun.tensor("ln_f.weight", [10], .normalization, nil))
    return ArchitectureRecord(
      layerCount: 2, headCount: 3, width: 6, contextLength: 5, vocabularySize: 11,
      parameterCount: tensors.reduce(0) { $0 + $1.count }, tensors: tensors)
  }()

  private static func histogram(
    _ name: String, _ deviation: Double, _ counts: [Int]
  ) -> HistogramRecord {
    HistogramRecord(
      name: name, minimum: -0.4, maximum: 0.5, mean: 0.01, deviation: deviation, lower: -0.6,
      binWidth: 0.25, counts: counts)
  }

  static let initializationRecord = InitializationRecord(
    seed: 7, histograms: [histogram("wte", 0.2, [1, 7, 2]), histogram("wpe", 0.3, [3, 4, 5])],
    samples: [
      WrittenSample(language: .english, prompt: "Mira", text: "Mira qx"),
      WrittenSample(language: .japanese, prompt: "ミラ", text: "ぬぽ"),
    ], loss: 2.41, uniformLoss: 2.398, constants: 5)

  static let modelFileRecord = ModelFileRecord(
    fileName: "model.safetensors", byteCount: 4_321, headerLength: 3,
    firstBytes: [3, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x22, 0x7D, 0, 0, 0xC0, 0x3F],
    headerExcerpt: "{\"wte",
    tensors: [
      .init(name: "wte", type: "F32", shape: [11, 6], start: 0, end: 264),
      .init(name: "wpe", type: "F16", shape: [5, 6], start: 264, end: 384),
    ], histograms: [histogram("wte", 0.9, [6, 2, 8])])

  static let inferenceRecord = InferenceRecord(
    prompt: "Where?", tokens: [],
    comparisons: [
      .init(token: SampleRun.piece(5, " at"), training: 4.5, inference: 4.25),
      .init(token: SampleRun.piece(6, "."), training: -1.5, inference: -1.375),
    ], largestDifference: 0.25, cacheBytesPerPosition: 96)

  static let modelTensors: [(String, [Int], [Float])] = [
    ("initialization.wte", [2, 3], [0.1, -0.2, 0.3, 0.4, 0.5, -0.6]),
    ("learned.wte", [2, 3], [1.1, -1.2, 1.3, 1.4, -1.5, 1.6]),
  ]

  private static let tensorRows = architectureRecord.tensors.map { tensor in
    let shape = tensor.shape.map(String.init).joined(separator: " × ")
    let part =
      switch tensor.part {
      case .embedding: "token embedding"
      case .position: "position embedding"
      case .attention: "attention"
      case .mlp: "MLP"
      case .normalization: "layer normalization"
      }
    return "\(tensor.name) | \(shape) | \(tensor.count) | \(part)"
  }

  static let model = [
    Truth(
      figure: "pipeline",
      table: [
        "Raw data | 14 documents, 33.5 kB", "Cleaning | 2 rules, 51 edits, 5 documents dropped",
        "Unsuitable content | 6 sentences dropped", "Normalization | 2 rules, 18 edits",
        "Clean texts | 17 documents, 2.80 kB",
        "Tokenizer | 2 merges learned from the training part alone, 266 tokens in the vocabulary",
        "Training part | 8 documents, 7,000 tokens", "Validation part | 2 documents, 2,000 tokens",
        "Test part | 1 document, 1,000 tokens",
        "Training | 4 steps of 11 tokens, loss 6.000 → 3.750",
        "Trained model | 1,190 parameters, kept after step 60, 4.32 kB", "Made smaller | 5 models",
        "Evaluation | loss 2.125, perplexity 8.37",
      ],
      drawn: [
        "Raw data thing 0...2: 14 documents, 33.5 kB",
        "Cleaning work 0...2: 2 rules, 51 edits, 5 documents dropped",
        "Unsuitable content work 0...2: 6 sentences dropped",
        "Normalization work 0...2: 2 rules, 18 edits",
        "Clean texts thing 0...2: 17 documents, 2.80 kB",
        "Tokenizer work 0...2: 2 merges learned from the training part alone, "
          + "266 tokens in the vocabulary",
        "Training part thing 0...0: 8 documents / 7,000 tokens | "
          + "Validation part thing 1...1: 2 documents / 2,000 tokens | "
          + "Test part thing 2...2: 1 document / 1,000 tokens",
        "Training work 0...1: 4 steps of 11 tokens / loss 6.000 → 3.750",
        "Trained model model 0...1: 1,190 parameters / kept after step 60 / 4.32 kB",
        "Made smaller work 0...0: 5 models | Evaluation work 2...2: loss 2.125 / perplexity 8.37",
        "Raw data → Cleaning", "Cleaning → Unsuitable content",
        "Unsuitable content → Normalization", "Normalization → Clean texts",
        "Clean texts → Tokenizer", "Tokenizer → Training part", "Tokenizer → Validation part",
        "Tokenizer → Test part", "Training part → Training to learn",
        "Validation part → Training to watch", "Training → Trained model",
        "Trained model → Made smaller", "Trained model → Evaluation",
        "Test part → Evaluation to judge",
      ],
      drawnInJapanese: [
        "訓練の組 thing 0...0: 文書数 8 / トークン数 7,000 | 検証の組 thing 1...1: 文書数 2 / トークン数 2,000 | "
          + "テストの組 thing 2...2: 文書数 1 / トークン数 1,000",
        "学習 work 0...1: 11トークンずつ4ステップ / 損失 6.000 → 3.750", "テストの組 → 評価 試すため",
      ],
      terminal: ["(Training)", "  ← Validation part · to watch", "⟨Trained model⟩"],
      english: ["14 documents were", "7,000 tokens", "1,190 parameters"],
      japanese: ["14文書", "7,000トークン", "1,190個"]),
    Truth(
      figure: "model-map", table: tensorRows,
      drawn: [
        "sum", "  Token ids computed: 5", "  Token embedding learned: weight 11 × 6 = 66",
        "  and", "  Position embedding learned: weight 5 × 6 = 30",
        "reading Residual stream, 5 × 6: one vector for each position",
        "stretch Block, 2 times repeated: 542 parameters each", "  branch",
        "    Layer normalization 1 learned: weight 6", "    Attention plain: ",
        "      Queries, keys, values learned: weight 6 × 18 = 108, bias 18",
        "      Scores, mask, softmax computed: 3 × 5 × 5",
        "      Output projection learned: weight 6 × 7 = 42", "  branch",
        "    Layer normalization 2 learned: weight 8", "    MLP plain: ",
        "      Widening learned: weight 6 × 24 = 144", "      GELU computed: 5 × 24",
        "      Narrowing learned: weight 24 × 9 = 216", "through",
        "  Last layer normalization learned: weight 10", "  Unembedding learned shared: 11 × 6",
        "  Logits computed: 5 × 11",
      ],
      drawnInJapanese: [
        "reading 残差ストリーム 5 × 6：位置ごとに1つのベクトル",
        "stretch ブロック（同じ形のものが2個続く） repeated: 1個あたりパラメータ542個",
      ],
      terminal: ["Block, 2 times", "weight 24 × 9 = 216", "╎ □ Unembedding"],
      english: ["2 blocks", "residual stream, 6 numbers wide", "1,190 parameters"],
      japanese: ["2個のブロック", "幅6", "1,190"]),
    Truth(
      figure: "parameters-by-part",
      table: [
        "token embedding | 1 | 66 | 5.5%", "position embedding | 1 | 30 | 2.5%",
        "layer normalization | 5 | 38 | 3.2%", "attention | 6 | 336 | 28.2%",
        "MLP | 4 | 720 | 60.5%",
      ],
      drawn: [
        "thousand parameters: 0…0.8", "token embedding: 0.066 “5.5%”",
        "position embedding: 0.03 “2.5%”", "layer normalization: 0.038 “3.2%”",
        "attention: 0.336 “28.2%”", "MLP: 0.72 “60.5%”",
      ],
      terminal: ["28.2%"], english: ["1,190 parameters", "the MLP: 60.5%"],
      japanese: ["1,190個", "MLPで、60.5%"]),
    Truth(
      figure: "initial-weights",
      table: ["wte | 0 | 0.100  −0.200  0.300", "wte | 1 | 0.400  0.500  −0.600"],
      drawn: ["divergingLearned | ↓row →column | weight", "wte: 0.1 -0.2 0.3 / 0.4 0.5 -0.6"],
      terminal: ["0.10  −0.20   0.30", "weight: seen: −0.600 to 0.500"],
      english: ["Corners of wte", "from −0.600 to 0.500"], japanese: ["wteの一部", "−0.600から0.500"]),
    Truth(
      figure: "weight-histograms",
      table: ["wte | −0.4 | 0.5 | 0.01 | 0.2 | 10", "wpe | −0.4 | 0.5 | 0.01 | 0.3 | 12"],
      drawn: [
        "weight → weights learned", "wte (mean 0.01, deviation 0.2) from -0.6 by 0.25: [1, 7, 2]",
        "wpe (mean 0.01, deviation 0.3) from -0.6 by 0.25: [3, 4, 5]",
      ],
      terminal: ["mean 0.01, deviation 0.2", "weight; █ = 7 weights"],
      english: ["2 tensors", "wpe, with a standard deviation of 0.3"],
      japanese: ["2個", "wpeで、標準偏差は0.3"]),
    Truth(
      figure: "untrained-text", table: ["Mira | Mira qx", "ミラ | ぬぽ"],
      drawn: [
        "given=given | written=written by the model", ": <given>Mira<written> qx",
        ": <given>ミラ<written>ぬぽ",
      ],
      terminal: ["│ Mira» qx«", "│ ミラ»ぬぽ«"],
      english: ["loss is 2.410", "ln(vocabulary) = 2.398"], japanese: ["2.410ナット", "= 2.398"]),
    Truth(
      figure: "learned-weights",
      table: [
        "before learning: wte | 0 | 0.100  −0.200  0.300",
        "before learning: wte | 1 | 0.400  0.500  −0.600",
        "after learning: wte | 0 | 1.100  −1.200  1.300",
        "after learning: wte | 1 | 1.400  −1.500  1.600",
      ],
      drawn: [
        "divergingLearned | ↓row →column | weight",
        "before learning: wte: 0.1 -0.2 0.3 / 0.4 0.5 -0.6",
        "after learning: wte: 1.1 -1.2 1.3 / 1.4 -1.5 1.6",
      ],
      terminal: ["1.10  −1.20   1.30", "seen: −1.50 to 1.60"],
      english: ["was 0.600 before learning and is 1.60 after it"],
      japanese: ["学習前が0.600、学習後が1.60"]),
    Truth(
      figure: "learned-histograms", table: ["wte | −0.4 | 0.5 | 0.01 | 0.9 | 16"],
      drawn: [
        "weight → weights learned", "wte (mean 0.01, deviation 0.9) from -0.6 by 0.25: [6, 2, 8]",
      ],
      terminal: ["weight; █ = 8 weights"], english: ["deviation of 0.9"], japanese: ["標準偏差は0.9"]),
    Truth(
      figure: "model-file",
      table: ["wte | F32 | 11 × 6 | 0 | 264", "wpe | F16 | 5 × 6 | 264 | 384"],
      drawn: [
        "03 00 00 00 00 00 00 00 7B 22 7D 00 00 C0 3F",
        "0..<8 Length of the header: A whole number in 8 bytes, the least significant first: "
          + "the header is 3 bytes long.",
        "8..<11 Header: JSON that names every tensor. It begins: {\"wte",
        "11..<15 Data: The numbers of wte, four bytes each. The first is 1.500.",
      ],
      terminal: ["[03 00 00 00 00 00 00 00[7B 22 7D[00 00 C0 3F", "11–14  Data"],
      english: ["model.safetensors, 4.32 kB", "2 tensors"],
      japanese: ["model.safetensors（4.32 kB）", "2個のテンソル"]),
    Truth(
      figure: "same-numbers",
      table: ["␣at | 4.50000 | 4.25000 | 0.25", ". | −1.50000 | −1.37500 | 0.13"],
      drawn: [
        "Token | Training program | Inference program | Difference",
        "␣at | 4.50000 | 4.25000 | 0.25", ". | −1.50000 | −1.37500 | 0.13",
      ],
      terminal: ["4.50000            4.25000        0.25"],
      english: ["“Where?”", "largest difference is 0.25"], japanese: ["「Where?」", "最大でも0.25"]),
  ]
}
