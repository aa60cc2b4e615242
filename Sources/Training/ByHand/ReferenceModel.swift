import Numerics
import Transformer

/// GPT-2 for one sequence, in plain loops and double precision: slow, and exact enough to check the
/// engine against.
///
/// The same formulas as `Model`, with every intermediate result kept under its name, so that a
/// reader can follow an example with a pocket calculator and finite differences lose no digits.
/// - SeeAlso: Radford et al. 2019, "Language Models are Unsupervised Multitask Learners".
public struct ReferenceModel: Sendable {
  public let configuration: Configuration
  /// By Hugging Face's names; vectors are matrices of one row.
  public var weights: [String: Matrix]

  public init(parameters: Parameters) {
    configuration = parameters.configuration
    weights = [:]
    for tensor in parameters.tensors {
      let values = parameters.values[tensor.offset..<tensor.offset + tensor.count].map(Double.init)
      let columns = tensor.shape.last!
      weights[tensor.name] = Matrix(
        rows: tensor.count / columns, columns: columns, values: values)
    }
  }

  func weight(_ name: String) -> Matrix { weights[name]! }

  /// Mean cross-entropy of predicting `targets` from `inputs`, nats per token, with the results on
  /// the way.
  /// - Parameter targets: a negative one is not asked for.
  public func forward(inputs: [Int32], targets: [Int32]) -> (loss: Double, trace: Trace) {
    precondition(
      inputs.count == targets.count && inputs.count <= configuration.contextLength,
      "\(inputs.count) inputs, \(targets.count) targets, \(configuration.contextLength) positions"
    )
    var trace = Trace()
    let embedding = trace.keep("hook_embed", rows(inputs.map { Int($0) }, of: weight("wte.weight")))
    let position = trace.keep(
      "hook_pos_embed", rows(Array(inputs.indices), of: weight("wpe.weight")))
    var stream = embedding + position
    for layer in 0..<configuration.layerCount { stream = block(layer, stream, &trace) }
    let last = layerNorm(stream, weight: "ln_f", hook: "ln_final", &trace)
    let logits = trace.keep("logits", last * weight("wte.weight").transposed)
    let probabilities = trace.keep("probabilities", softmax(logits))
    let losses = trace.keep(
      "losses",
      Matrix(
        rows: targets.count, columns: 1,
        values: targets.enumerated().map { row, target in
          target < 0 ? 0 : -Portable.log(probabilities[row, Int(target)])
        }))
    return (losses.values.reduce(0, +) / Double(Self.asked(targets)), trace)
  }

  /// How many predictions count.
  static func asked(_ targets: [Int32]) -> Int { max(1, targets.count { $0 >= 0 }) }

  /// One block: attention, then the feed-forward network, each added to the residual stream.
  private func block(_ layer: Int, _ input: Matrix, _ trace: inout Trace) -> Matrix {
    let hook = "blocks.\(layer)."
    let name = "h.\(layer)."
    let before = trace.keep(hook + "hook_resid_pre", input)
    let first = layerNorm(before, weight: name + "ln_1", hook: hook + "ln1", &trace)
    let attention = attend(first, name: name + "attn.", hook: hook + "attn.", &trace)
    let middle = trace.keep(
      hook + "hook_resid_mid", before + trace.keep(hook + "hook_attn_out", attention))
    let second = layerNorm(middle, weight: name + "ln_2", hook: hook + "ln2", &trace)
    let hidden = trace.keep(hook + "mlp.hook_pre", linear(second, name + "mlp.c_fc"))
    let active = trace.keep(hook + "mlp.hook_post", hidden.map(Self.gelu))
    let output = trace.keep(hook + "hook_mlp_out", linear(active, name + "mlp.c_proj"))
    return trace.keep(hook + "hook_resid_post", middle + output)
  }

  /// `softmax(q·kᵀ / √headWidth + mask)·v` for each head, then the output projection.
  private func attend(
    _ input: Matrix, name: String, hook: String, _ trace: inout Trace
  ) -> Matrix {
    let width = configuration.width
    let size = configuration.headWidth
    let joint = linear(input, name + "c_attn")
    let q = trace.keep(hook + "hook_q", joint.columns(0..<width))
    let k = trace.keep(hook + "hook_k", joint.columns(width..<2 * width))
    let v = trace.keep(hook + "hook_v", joint.columns(2 * width..<3 * width))
    var z = Matrix(rows: input.rows, columns: width)
    for head in 0..<configuration.headCount {
      let part = head * size..<(head + 1) * size
      var scores = q.columns(part) * k.columns(part).transposed
      for row in 0..<scores.rows {
        for column in 0..<scores.columns {
          scores[row, column] =
            column > row ? -.infinity : scores[row, column] / Double(size).squareRoot()
        }
      }
      scores = trace.keep(hook + "hook_attn_scores.\(head)", scores)
      let pattern = trace.keep(hook + "hook_pattern.\(head)", softmax(scores))
      z.setColumns(from: part.lowerBound, pattern * v.columns(part))
    }
    return linear(trace.keep(hook + "hook_z", z), name + "c_proj")
  }

  private func linear(_ input: Matrix, _ name: String) -> Matrix {
    (input * weight(name + ".weight")).addingRow(weight(name + ".bias"))
  }

  /// `(x − mean) / √(variance + ε) · gain + bias`, each row for itself.
  private func layerNorm(
    _ input: Matrix, weight name: String, hook: String, _ trace: inout Trace
  ) -> Matrix {
    var scale = Matrix(rows: input.rows, columns: 1)
    var standard = input
    for row in 0..<input.rows {
      let values = (0..<input.columns).map { input[row, $0] }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      scale[row, 0] = (variance + Self.epsilon).squareRoot()
      for column in 0..<input.columns {
        standard[row, column] = (input[row, column] - mean) / scale[row, 0]
      }
    }
    _ = trace.keep(hook + ".hook_scale", scale)
    _ = trace.keep(hook + ".standardized", standard)
    let gain = weight(name + ".weight")
    let gained = Matrix(
      rows: input.rows, columns: input.columns,
      values: standard.values.indices.map { standard.values[$0] * gain.values[$0 % input.columns] })
    return trace.keep(hook + ".hook_normalized", gained.addingRow(weight(name + ".bias")))
  }

  /// Added to the variance in every layer normalization.
  public static let epsilon = 1e-5

  /// `x/2 · (1 + tanh(√(2/π)·(x + 0.044715·x³)))`.
  static func gelu(_ x: Double) -> Double {
    0.5 * x * (1 + Portable.tanh(geluSlope * (x + 0.044715 * x * x * x)))
  }

  /// `√(2/π)`.
  static let geluSlope = 0.797_884_560_802_865_4

  private func softmax(_ scores: Matrix) -> Matrix {
    var result = scores
    for row in 0..<scores.rows {
      let values = (0..<scores.columns).map { scores[row, $0] }
      let largest = values.max()!
      let powers = values.map { $0 == -.infinity ? 0 : Portable.exp($0 - largest) }
      let sum = powers.reduce(0, +)
      for column in 0..<scores.columns { result[row, column] = powers[column] / sum }
    }
    return result
  }

  private func rows(_ numbers: [Int], of matrix: Matrix) -> Matrix {
    Matrix(
      rows: numbers.count, columns: matrix.columns,
      values: numbers.flatMap { number in
        matrix.values[number * matrix.columns..<(number + 1) * matrix.columns]
      })
  }
}
