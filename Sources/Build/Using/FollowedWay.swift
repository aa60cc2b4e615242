import Names
import Record
import Tokenization
import Transformer

/// Records what belongs to the token that is followed, beside the activations: what each head adds, the
/// logits, what the strong neurons push, and the weights that lead from one to the next.
struct FollowedWay {
  let parameters: Parameters
  let tokenizer: Tokenizer

  static let neuronCount = 8
  static let candidateCount = 12
  /// Tokens that are told of one neuron.
  static let pushedCount = 3

  /// - Parameters:
  ///   - read: tokens of the answer that were read after the prompt.
  ///   - token: the one that comes next.
  ///   - language: of the answer; tokens that neurons push are told in its script.
  ///   - guessed: tokens whose rows of the table are kept as well, for they stood first on the way.
  ///   - store: holds the activations of one pass over prompt and `read` under `prefix`, and the logits of
  ///     every position.
  func record(
    read: [Int32], token: Int32, layer: Int, head: Int, language: Language,
    guessed: [Int32] = [], prefix: String, into store: inout TensorStore
  ) -> FollowedRecord {
    let configuration = parameters.configuration
    let block = "blocks.\(layer)."
    func lastRow(_ name: String) -> [Float] {
      guard let tensor = store[prefix + name] else {
        preconditionFailure("the pass recorded no \(name)")
      }
      return Array(tensor.values.suffix(tensor.values.count / tensor.shape[0]))
    }
    let logits = lastRow("logits")
    store[prefix + "followed.logits"] = RecordedTensor(shape: [logits.count], values: logits)
    store[prefix + block + "attn.hook_result"] = RecordedTensor(
      shape: [configuration.headCount, configuration.width],
      values: results(of: lastRow(block + "attn.hook_z"), layer: layer))
    keepWeights(layer, &store)

    let push = Push(parameters, scale: lastRow("ln_final.hook_scale")[0])
    let values = lastRow(block + "mlp.hook_post")
    let rows = parameters.tensor("h.\(layer).mlp.c_proj.weight")
    let width = configuration.width
    let strongest = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
      .prefix(Self.neuronCount)
    let neuronRows = strongest.map { Array(rows[$0 * width..<($0 + 1) * width]) }
    let candidates = Distribution.candidates(
      logits, count: Self.candidateCount, tokenizer: tokenizer)
    let neurons = zip(strongest, neuronRows).map { index, row in
      let amounts = push.amounts(row).map { Double(values[index]) * $0 }
      return FollowedRecord.Neuron(
        index: index, value: Double(values[index]), tokens: pushed(amounts, language),
        push: amounts[Int(token)])
    }
    store[prefix + "followed.neurons"] = RecordedTensor(
      shape: [neuronRows.count, width], values: neuronRows.flatMap { $0 })
    let named = Set(
      candidates.map(\.token.id) + neurons.flatMap { $0.tokens.map(\.token.id) } + guessed + [token]
    ).sorted()
    store[prefix + "followed.table"] = RecordedTensor(
      shape: [named.count, width], values: named.flatMap { push.row($0) })
    store[prefix + "followed.mean"] = RecordedTensor(
      shape: [width], values: push.mean.map { Float($0) })
    return FollowedRecord(
      read: tokenizer.pieces(read), token: tokenizer.piece(token), layer: layer, head: head,
      candidates: candidates, neurons: neurons,
      push: push.amounts(lastRow(block + "hook_mlp_out"))[Int(token)], rows: named)
  }

  /// Of the tokens in the language's script those that are pushed most.
  private func pushed(_ amounts: [Double], _ language: Language) -> [FollowedRecord.Push] {
    let order = amounts.indices.sorted { (amounts[$1], $0) < (amounts[$0], $1) }
    var found: [FollowedRecord.Push] = []
    for id in order where found.count < Self.pushedCount {
      let bytes = tokenizer.bytes(of: Int32(id))
      guard let text = String(validating: bytes, as: UTF8.self), language.isScript(of: text)
      else { continue }
      found.append(.init(token: tokenizer.piece(Int32(id)), amount: amounts[id]))
    }
    return found
  }

  /// `z_h · W_O,h` for each head.
  private func results(of z: [Float], layer: Int) -> [Float] {
    let configuration = parameters.configuration
    let (size, width) = (configuration.headWidth, configuration.width)
    let matrix = parameters.tensor("h.\(layer).attn.c_proj.weight")
    return (0..<configuration.headCount).flatMap { head in
      (0..<width).map { column in
        var sum: Float = 0
        for row in head * size..<(head + 1) * size { sum += z[row] * matrix[row * width + column] }
        return sum
      }
    }
  }

  /// The weights on the way, once a run.
  private func keepWeights(_ layer: Int, _ store: inout TensorStore) {
    let configuration = parameters.configuration
    let width = configuration.width
    func keep(_ name: String, _ tensor: String, _ shape: [Int]) {
      store["weights." + name] = RecordedTensor(
        shape: shape, values: Array(parameters.tensor(tensor)))
    }
    for (name, tensor) in [
      ("blocks.\(layer).ln1", "h.\(layer).ln_1"), ("blocks.\(layer).ln2", "h.\(layer).ln_2"),
      ("ln_final", "ln_f"),
    ] {
      keep(name + ".w", tensor + ".weight", [width])
      keep(name + ".b", tensor + ".bias", [width])
    }
    keep(
      "blocks.\(layer).attn.W_O", "h.\(layer).attn.c_proj.weight",
      [configuration.headCount, configuration.headWidth, width])
    keep("blocks.\(layer).attn.b_O", "h.\(layer).attn.c_proj.bias", [width])
    keepQueries(layer, &store)
  }

  /// What makes queries, head by head: the first third of the columns that make queries, keys and values.
  private func keepQueries(_ layer: Int, _ store: inout TensorStore) {
    let configuration = parameters.configuration
    let (heads, size) = (configuration.headCount, configuration.headWidth)
    let width = configuration.width
    let matrix = Array(parameters.tensor("h.\(layer).attn.c_attn.weight"))
    let bias = parameters.tensor("h.\(layer).attn.c_attn.bias")
    var values: [Float] = []
    for head in 0..<heads {
      for row in 0..<width {
        let start = row * 3 * width + head * size
        values += matrix[start..<start + size]
      }
    }
    let name = "weights.blocks.\(layer).attn."
    store[name + "W_Q"] = RecordedTensor(shape: [heads, width, size], values: values)
    store[name + "b_Q"] = RecordedTensor(shape: [heads, size], values: Array(bias.prefix(width)))
  }

  /// What a row that is added to the stream does to the logits, straight through the last normalization
  /// with the scale that it had, above what it does to the average token.
  private struct Push {
    private let width: Int
    private let scale: Double
    private let gain: [Float]
    private let table: UnsafeMutableBufferPointer<Float>  // (V, C), of the parameters
    let mean: [Double]

    init(_ parameters: Parameters, scale: Float) {
      width = parameters.configuration.width
      self.scale = Double(scale)
      gain = Array(parameters.tensor("ln_f.weight"))
      table = parameters.tensor(parameters.configuration.outputTensor)
      let count = table.count / width
      var sums = [Double](repeating: 0, count: width)
      for token in 0..<count {
        for channel in 0..<width { sums[channel] += Double(table[token * width + channel]) }
      }
      mean = sums.map { $0 / Double(count) }
    }

    func row(_ token: Int32) -> Slice<UnsafeMutableBufferPointer<Float>> {
      table[Int(token) * width..<(Int(token) + 1) * width]
    }

    /// To the logit of each token.
    func amounts(_ row: [Float]) -> [Double] {
      var sum = 0.0
      for value in row { sum += Double(value) }
      let middle = sum / Double(width)
      let direction = row.indices.map { (Double(row[$0]) - middle) * Double(gain[$0]) / scale }
      var average = 0.0
      for channel in 0..<width { average += direction[channel] * mean[channel] }
      return (0..<table.count / width).map { token in
        var amount = -average
        for channel in 0..<width {
          amount += direction[channel] * Double(table[token * width + channel])
        }
        return amount
      }
    }
  }
}
