import Charts
import Record

/// The architecture from tokens to logits, one block open: the residual stream as a path, and what reads
/// from it and adds to it.
struct ModelMap: FigureDefinition {
  let name = "model-map"
  let row = "L4a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ layers: Int, _ width: Int, _ parameters: String) -> String
    var columns: [String]
    var tokens: (name: String, note: String)
    var block: @Sendable (_ times: Int) -> String
    var blockNote: String
    var stream: @Sendable (_ shape: String) -> String
    var firstNormalization: (name: String, note: String)
    var projection: (name: String, note: String)
    var secondNormalization: (name: String, note: String)
    var widening: (name: String, note: String)
    var activation: (name: String, note: String)
    var narrowing: (name: String, note: String)
    var unembedding: (name: String, note: String, own: String)
    var logits: (name: String, note: String)
    var parameters: @Sendable (_ count: String, _ times: Int) -> String
    /// What the last part of a tensor's name says.
    var tensor: @Sendable (_ name: String) -> String
  }

  static let english = Words(
    title: "The whole Transformer, one block opened",
    description: { layers, width, parameters in
      "From token ids at the top to a score for every possible next token at the bottom. Token and "
        + "position embedding add up to the residual stream, \(width) numbers wide, which runs down the "
        + "left edge. In each of \(NameWording.english(layers, "block")), attention and MLP read from it "
        + "and add their result to it. A last normalization and the unembedding follow. \(parameters) "
        + "parameters in all."
    },
    columns: ["Tensor", "Shape", "#Parameters", "Part"],
    tokens: ("Token ids", "the text as numbers"),
    block: { $0 == 1 ? "Block" : "Block, \($0) times" },
    blockNote: "attention, then MLP; each reads from the stream and adds its result to it",
    stream: { "Residual stream, \($0): one vector for each position" },
    firstNormalization: ("Layer normalization 1", "brings each vector to mean 0 and deviation 1"),
    projection: ("Output projection", "the heads' results, joined"),
    secondNormalization: ("Layer normalization 2", "the same again before the MLP"),
    widening: ("Widening", "to four times the width"),
    activation: ("GELU", "keeps what is large, damps the rest"),
    narrowing: ("Narrowing", "back to the width of the stream"),
    unembedding: (
      "Unembedding", "the table of the token embedding, used the other way round",
      "turns each vector into scores for the tokens"
    ),
    logits: ("Logits", "a score for every token; softmax makes probabilities of them"),
    parameters: { count, times in "\(count) parameters" + (times == 1 ? "" : " each") },
    tensor: { $0 }
  )

  static let japanese = Words(
    title: "トランスフォーマーの全体図（ブロックを一つ開いたところ）",
    description: { layers, width, parameters in
      "上のトークンIDから、下の「次のトークンの点数」まで。トークン埋め込みと位置埋め込みの和が、左端を流れる幅\(width)の残差ストリームになります。"
        + "\(layers)個のブロックでは、注意とMLPがそこから値を読み、結果を足します。最後に正規化と逆埋め込みを経て点数になります。"
        + "パラメータは全部で\(parameters)個です。"
    },
    columns: ["テンソル", "形", "#パラメータ数", "部分"],
    tokens: ("トークンID", "数字になった文"),
    block: { $0 == 1 ? "ブロック" : "ブロック（同じ形のものが\($0)個続く）" },
    blockNote: "注意、それからMLP。どちらもストリームから読み、結果をストリームに足す",
    stream: { "残差ストリーム \($0)：位置ごとに1つのベクトル" },
    firstNormalization: ("層正規化1", "ベクトルを平均0、標準偏差1にそろえる"),
    projection: ("出力の射影", "すべてのヘッドの結果をまとめる"),
    secondNormalization: ("層正規化2", "MLPの前にもう一度そろえる"),
    widening: ("広げる", "幅を4倍に"),
    activation: ("GELU", "大きい値は残し、ほかは抑える"),
    narrowing: ("狭める", "ストリームの幅に戻す"),
    unembedding: ("逆埋め込み", "トークン埋め込みの表を逆向きに使う", "ベクトルをトークンの点数に変える"),
    logits: ("ロジット", "すべてのトークンの点数。ソフトマックスで確率になる"),
    parameters: { count, times in (times == 1 ? "" : "1個あたり") + "パラメータ\(count)個" },
    tensor: { $0 == "weight" ? "重み" : $0 == "bias" ? "バイアス" : $0 }
  )

  private typealias Box = StreamMap.Box

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let model = context.wording.model
    let record = try context[.architecture]
    let (width, length, vocabulary) = (record.width, record.contextLength, record.vocabularySize)
    let learned = { (part: (name: String, note: String), tensor: String) in
      Box(part.name, note: part.note, facts: facts(tensor, record, words.tensor), role: .learned)
    }
    let computed = { (words: (name: String, note: String), shape: [Int]) in
      Box(words.name, note: words.note, facts: [Numbers.shape(shape)], role: .computed)
    }
    let block: [StreamMap.Station] = [
      .branch([
        learned(words.firstNormalization, "h.0.ln_1"),
        Box(
          model.attention.name, note: model.attention.note,
          boxes: [
            learned(model.queries, "h.0.attn.c_attn"),
            computed(model.pattern, [record.headCount, length, length]),
            learned(words.projection, "h.0.attn.c_proj"),
          ]),
      ]),
      .branch([
        learned(words.secondNormalization, "h.0.ln_2"),
        Box(
          model.mlp.name, note: model.mlp.note,
          boxes: [
            learned(words.widening, "h.0.mlp.c_fc"),
            computed(words.activation, [length, 4 * width]),
            learned(words.narrowing, "h.0.mlp.c_proj"),
          ]),
      ]),
    ]
    let ofBlock = record.tensors.filter { $0.layer == 0 }.reduce(0) { $0 + $1.count }
    let hasOwnOutput = record.tensors.contains { $0.name == "lm_head.weight" }
    let unembedding =
      hasOwnOutput
      ? learned((words.unembedding.name, words.unembedding.own), "lm_head")
      : Box(
        words.unembedding.name, note: words.unembedding.note,
        facts: [Numbers.shape([vocabulary, width])], role: .learned, isShared: true)
    let map = StreamMap([
      .sum([
        [computed(words.tokens, [length]), learned(model.embedding, "wte")],
        [learned(model.positions, "wpe")],
      ]),
      .reading(words.stream(Numbers.shape([length, width]))),
      .stretch(
        .init(
          words.block(record.layerCount), note: words.blockNote,
          facts: [words.parameters(Numbers.count(ofBlock), record.layerCount)],
          isRepeated: record.layerCount > 1, block)),
      .through([
        learned(model.lastNormalization, "ln_f"), unembedding,
        computed(words.logits, [length, vocabulary]),
      ]),
    ])
    return context.figure(
      words.title,
      words.description(record.layerCount, width, Numbers.count(record.parameterCount)),
      DataTable(
        words.columns,
        record.tensors.map {
          [
            $0.name, Numbers.shape($0.shape), Numbers.count($0.count),
            context.names.part($0.part),
          ]
        }),
      map)
  }

  /// Shape and count of a layer's tensors, one line each.
  private func facts(
    _ layer: String, _ record: ArchitectureRecord, _ word: (String) -> String
  ) -> [String] {
    record.tensors.filter { $0.name.hasPrefix(layer + ".") }.map { tensor in
      let name = word(String(tensor.name.dropFirst(layer.count + 1)))
      return tensor.shape.count == 1
        ? "\(name) \(Numbers.count(tensor.count))"
        : "\(name) \(Numbers.shape(tensor.shape)) = \(Numbers.count(tensor.count))"
    }
  }
}
