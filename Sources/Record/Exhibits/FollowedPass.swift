import Names

/// The numbers of one token's way through the block and the head that are followed, read where the token
/// is predicted: the last position whose activations are kept.
public struct FollowedPass: Sendable {
  public let answer: AnswerRecord
  public let layer: Int
  public let head: Int
  let layerCount: Int
  let tensors: TensorStore

  /// What was read, the last one where the followed token is predicted.
  public var tokens: [TokenPiece] { answer.readTokens }

  var block: String { "blocks.\(layer)." }

  func tensor(_ name: String) -> RecordedTensor? { tensors["usage.\(answer.id).\(name)"] }

  /// The last position's numbers of a tensor whose first axis are the positions.
  func lastRow(_ name: String) -> [Float]? {
    guard let tensor = tensor(name), let positions = tensor.shape.first, positions > 0 else {
      return nil
    }
    return Array(tensor.values.suffix(tensor.values.count / positions))
  }

  // MARK: Normalization

  /// A layer normalization: `after = (before − mean) / deviation · gain + bias`.
  public struct Normalization: Sendable {
    public var before: [Float]
    public var mean: Double
    /// The root of variance plus 0.00001.
    public var deviation: Double
    public var gain: [Float]
    public var bias: [Float]
    public var after: [Float]

    /// Each number less the mean, over the deviation.
    public var scaled: [Double] { before.map { (Double($0) - mean) / deviation } }
  }

  public enum Place: Sendable {
    /// Before the attention of the block that is followed, and before its MLP.
    case first, second
    /// Before the logits.
    case last
  }

  public func normalization(_ place: Place) -> Normalization? {
    let (name, input) =
      switch place {
      case .first: (block + "ln1", block + "hook_resid_pre")
      case .second: (block + "ln2", block + "hook_resid_mid")
      case .last: ("ln_final", "blocks.\(layerCount - 1).hook_resid_post")
      }
    guard let before = lastRow(input), let after = lastRow(name + ".hook_normalized"),
      let deviation = lastRow(name + ".hook_scale")?.first, deviation > 0,
      let gain = tensors["weights.\(name).w"]?.values,
      let bias = tensors["weights.\(name).b"]?.values,
      [after, gain, bias].allSatisfy({ $0.count == before.count })
    else { return nil }
    let mean = before.reduce(0) { $0 + Double($1) } / Double(before.count)
    return Normalization(
      before: before, mean: mean, deviation: Double(deviation), gain: gain, bias: bias,
      after: after)
  }

  // MARK: Attention

  /// How the last position looks at one key.
  public struct Look: Sendable {
    public var key: Int
    public var score: Double
    public var weight: Double
  }

  /// Its looks at all keys, the strongest first.
  public var looks: [Look]? {
    guard let scores = matrixRow("attn.hook_attn_scores"),
      let weights = matrixRow("attn.hook_pattern"), scores.count == weights.count
    else { return nil }
    let looks = scores.indices.map {
      Look(key: $0, score: Double(scores[$0]), weight: Double(weights[$0]))
    }
    return looks.sorted { ($0.weight, $1.key) > ($1.weight, $0.key) }
  }

  /// The last query's row of the followed head in a `[head, query, key]` tensor.
  func matrixRow(_ name: String) -> [Float]? {
    guard let tensor = tensor(block + name), tensor.shape.count == 3, tensor.shape[0] > head else {
      return nil
    }
    return tensor.matrix(head).last
  }

  /// The weighted sum of values: `result = Σ weight·value`.
  public struct Mix: Sendable {
    /// The keys that weigh most, in the order of the text.
    public var terms: [(look: Look, value: [Float])]
    /// How many others there are, and the sum of their values, each times its weight.
    public var others: Int
    public var rest: [Double]
    /// As it was recorded.
    public var result: [Float]
  }

  /// - Parameter count: of the keys that are told one by one.
  public func mix(_ count: Int) -> Mix? {
    guard let looks, let values = tensor(block + "attn.hook_v"), values.shape.count == 3,
      values.shape[0] == looks.count, values.shape[1] > head,
      let z = lastRow(block + "attn.hook_z")
    else { return nil }
    let (heads, width) = (values.shape[1], values.shape[2])
    guard z.count == heads * width else { return nil }
    func vector(_ key: Int) -> [Float] {
      let start = (key * heads + head) * width
      return Array(values.values[start..<start + width])
    }
    var rest = [Double](repeating: 0, count: width)
    for look in looks.dropFirst(count) {
      for (place, value) in vector(look.key).enumerated() {
        rest[place] += look.weight * Double(value)
      }
    }
    let terms = looks.prefix(count).sorted { $0.key < $1.key }.map { ($0, vector($0.key)) }
    return Mix(
      terms: terms, others: max(0, looks.count - count), rest: rest,
      result: Array(z[head * width..<(head + 1) * width]))
  }

  /// The heads joined, and what each adds: `output = Σ results + bias`.
  public struct Output: Sendable {
    /// What each head hands on.
    public var joined: [[Float]]
    /// The same through its rows of the output matrix.
    public var results: [[Float]]
    public var bias: [Float]
    public var output: [Float]
  }

  public var output: Output? {
    guard let z = lastRow(block + "attn.hook_z"), let results = tensor(block + "attn.hook_result"),
      results.shape.count == 2, let bias = tensors["weights.\(block)attn.b_O"]?.values,
      let output = lastRow(block + "hook_attn_out"), bias.count == output.count,
      results.shape[1] == output.count, results.shape[0] > 0,
      z.count % results.shape[0] == 0
    else { return nil }
    let width = z.count / results.shape[0]
    return Output(
      joined: results.rows.indices.map { Array(z[$0 * width..<($0 + 1) * width]) },
      results: results.rows, bias: bias, output: output)
  }

  // MARK: The stream

  /// The two additions of the block: `between = before + attention`, `after = between + mlp`.
  public struct Additions: Sendable {
    public var before: [Float]
    public var attention: [Float]
    public var between: [Float]
    public var mlp: [Float]
    public var after: [Float]

    public static func length(_ row: [Float]) -> Double {
      row.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
  }

  public var additions: Additions? {
    guard let before = lastRow(block + "hook_resid_pre"),
      let attention = lastRow(block + "hook_attn_out"),
      let between = lastRow(block + "hook_resid_mid"), let mlp = lastRow(block + "hook_mlp_out"),
      let after = lastRow(block + "hook_resid_post"),
      [attention, between, mlp, after].allSatisfy({ $0.count == before.count })
    else { return nil }
    return Additions(
      before: before, attention: attention, between: between, mlp: mlp, after: after)
  }

  /// The followed position's row after the embedding and after each part that adds to it.
  public var stream: [[Float]] {
    let names =
      ["blocks.0.hook_resid_pre"]
      + (0..<layerCount).flatMap {
        ["blocks.\($0).hook_resid_mid", "blocks.\($0).hook_resid_post"]
      }
    return names.compactMap(lastRow)
  }
}

extension Exhibits {
  /// The way of the token that is followed through the head that is followed; nil where no activations
  /// were kept or no parts removed.
  public var followedPass: FollowedPass? {
    guard let answer = innerAnswer, let head = followedHead, let model = run[.architecture] else {
      return nil
    }
    return FollowedPass(
      answer: answer, layer: head.layer, head: head.head, layerCount: model.layerCount,
      tensors: run.tensors)
  }

  /// The token that is followed: of the answer that was judged the one that carries the fact; where only
  /// the prompt was read the first that was chosen.
  public var followedPiece: TokenPiece? {
    answer.flatMap { $0.followed?.token ?? $0.choices.first?.chosen }
  }

  /// The likeliest tokens where it is predicted, the likeliest first.
  public var followedCandidates: [CandidateRecord]? {
    answer.flatMap { $0.followed?.candidates ?? $0.choices.first?.candidates }
  }

  /// How many tokens were read before it: of the prompt and of the answer.
  public var followedPosition: Int? { answer?.readTokens.count }
}
