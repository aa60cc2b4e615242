import Charts
import Record

/// The architecture from tokens to logits, one block open.
struct ModelMap: FigureDefinition {
  let name = "model-map"
  let row = "L4a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ layers: Int, _ width: Int, _ parameters: String) -> String
    var columns: [String]
    var tokens: (name: String, note: String)
    var blockNote: String
    var firstNormalization: (name: String, note: String)
    var projection: (name: String, note: String)
    var secondNormalization: (name: String, note: String)
    var widening: (name: String, note: String)
    var activation: (name: String, note: String)
    var narrowing: (name: String, note: String)
    var unembedding: (name: String, note: String)
    var logits: (name: String, note: String)
    var parameters: @Sendable (_ count: String) -> String
    /// What the last part of a tensor's name says.
    var tensor: @Sendable (_ name: String) -> String
  }

  static let english = Words(
    title: "The whole Transformer, one block opened",
    description: { layers, width, parameters in
      "From token ids at the top to a score for every possible next token at the bottom: embeddings, "
        + "\(NameWording.english(layers, "block")) of attention and MLP that each add to a residual "
        + "stream \(width) numbers wide, a last normalization, and the unembedding. \(parameters) "
        + "parameters in all. Square boxes are learned, round boxes are computed."
    },
    columns: ["Tensor", "Shape", "#Parameters", "Part"],
    tokens: ("Token ids", "the text as numbers"),
    blockNote: "attention, then MLP; each adds its result to the residual stream",
    firstNormalization: ("Layer normalization 1", "brings each vector to mean 0 and deviation 1"),
    projection: ("Output projection", "the heads' results, joined"),
    secondNormalization: ("Layer normalization 2", "the same again before the MLP"),
    widening: ("Widening", "to four times the width"),
    activation: ("GELU", "keeps what is large, damps the rest"),
    narrowing: ("Narrowing", "back to the width of the stream"),
    unembedding: (
      "Unembedding", "the token embedding used the other way round; no parameters of its own"
    ),
    logits: ("Logits", "a score for every token; softmax makes probabilities of them"),
    parameters: { "\($0) parameters" },
    tensor: { $0 }
  )

  static let japanese = Words(
    title: "トランスフォーマーの全体図（ブロックを一つ開いたところ）",
    description: { layers, width, parameters in
      "上のトークンIDから、下の「次のトークンの点数」まで。埋め込みのあと、注意とMLPからなるブロック\(layers)個が、幅\(width)の残差ストリームに結果を足していき、最後の正規化を経て点数になります。パラメータは全部で\(parameters)個。角のある箱は学習で決まる値、丸い箱は計算される値です。"
    },
    columns: ["テンソル", "形", "#パラメータ数", "部分"],
    tokens: ("トークンID", "数字になった文"),
    blockNote: "注意、それからMLP。どちらも結果を残差ストリームに足す",
    firstNormalization: ("層正規化1", "ベクトルを平均0、標準偏差1にそろえる"),
    projection: ("出力の射影", "すべてのヘッドの結果をまとめる"),
    secondNormalization: ("層正規化2", "MLPの前にもう一度そろえる"),
    widening: ("広げる", "幅を4倍に"),
    activation: ("GELU", "大きい値は残し、ほかは抑える"),
    narrowing: ("狭める", "ストリームの幅に戻す"),
    unembedding: ("逆埋め込み", "トークン埋め込みを逆向きに使う。新しいパラメータはない"),
    logits: ("ロジット", "すべてのトークンの点数。ソフトマックスで確率になる"),
    parameters: { "パラメータ\($0)個" },
    tensor: { $0 == "weight" ? "重み" : $0 == "bias" ? "バイアス" : $0 }
  )

  private typealias Part = PartsMap.Part

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let model = context.wording.model
    let record = try context[.architecture]
    let (width, length, vocabulary) = (record.width, record.contextLength, record.vocabularySize)
    let learned = { (part: (name: String, note: String), tensor: String) in
      Part(
        part.name, note: part.note, facts: facts(tensor, record, words.tensor), role: .learned)
    }
    let computed = { (words: (name: String, note: String), shape: [Int]) in
      Part(words.name, note: words.note, facts: [Numbers.shape(shape)], role: .computed)
    }
    let block = [
      learned(words.firstNormalization, "h.0.ln_1"),
      Part(
        model.attention.name, note: model.attention.note,
        parts: [
          learned(model.queries, "h.0.attn.c_attn"),
          computed(model.pattern, [record.headCount, length, length]),
          learned(words.projection, "h.0.attn.c_proj"),
        ]),
      learned(words.secondNormalization, "h.0.ln_2"),
      Part(
        model.mlp.name, note: model.mlp.note,
        parts: [
          learned(words.widening, "h.0.mlp.c_fc"),
          computed(words.activation, [length, 4 * width]),
          learned(words.narrowing, "h.0.mlp.c_proj"),
        ]),
    ]
    let ofBlock = record.tensors.filter { $0.layer == 0 }.reduce(0) { $0 + $1.count }
    let parts = [
      computed(words.tokens, [length]),
      learned(model.embedding, "wte"),
      learned(model.positions, "wpe"),
      computed(model.residual, [length, width]),
      Part(
        model.block(0), note: words.blockNote, facts: [words.parameters(Numbers.count(ofBlock))],
        times: record.layerCount, parts: block),
      learned(model.lastNormalization, "ln_f"),
      Part(words.unembedding.name, note: words.unembedding.note, role: .learned),
      computed(words.logits, [length, vocabulary]),
    ]
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
      PartsMap(parts))
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
