import Numerics
import Transformer

extension ReferenceModel {
  /// The gradient of the mean loss for every weight, by the chain rule from the loss back to the
  /// embeddings.
  /// - Parameter trace: of the forward pass over the same tokens; the gradients of its results are
  ///   added to it under their names with `_grad`.
  public func backward(
    inputs: [Int32], targets: [Int32], trace: inout Trace
  ) -> [String: Matrix] {
    var gradients = weights.mapValues { Matrix(rows: $0.rows, columns: $0.columns) }
    // Softmax and cross-entropy together: probability − (1 for the target), shared among the
    // tokens.
    var logits = trace["probabilities"]
    for (row, target) in targets.enumerated() {
      guard target < 0 else {
        logits[row, Int(target)] -= 1
        continue
      }
      for column in 0..<logits.columns { logits[row, column] = 0 }
    }
    logits = trace.keep("logits_grad", logits.map { $0 / Double(Self.asked(targets)) })
    gradients["wte.weight"] = logits.transposed * trace["ln_final.hook_normalized"]
    var stream = layerNormBackward(
      logits * weight("wte.weight"), weight: "ln_f", hook: "ln_final", &trace, &gradients)
    for layer in (0..<configuration.layerCount).reversed() {
      stream = blockBackward(layer, stream, &trace, &gradients)
    }
    let start = trace.keep("hook_embed_grad", stream)
    for (row, token) in inputs.enumerated() {
      for column in 0..<configuration.width {
        gradients["wte.weight"]![Int(token), column] += start[row, column]
        gradients["wpe.weight"]![row, column] += start[row, column]
      }
    }
    return gradients
  }

  /// A sum hands its gradient to both terms, so the residual stream carries it past each layer
  /// unchanged.
  private func blockBackward(
    _ layer: Int, _ after: Matrix, _ trace: inout Trace, _ gradients: inout [String: Matrix]
  ) -> Matrix {
    let hook = "blocks.\(layer)."
    let name = "h.\(layer)."
    let output = trace.keep(hook + "hook_resid_post_grad", after)
    let active = trace.keep(
      hook + "mlp.hook_post_grad",
      linearBackward(output, name + "mlp.c_proj", input: trace[hook + "mlp.hook_post"], &gradients))
    let before = trace[hook + "mlp.hook_pre"]
    let hidden = trace.keep(
      hook + "mlp.hook_pre_grad",
      Matrix(
        rows: before.rows, columns: before.columns,
        values: zip(active.values, before.values).map { $0 * Self.geluDerivative($1) }))
    let second = linearBackward(
      hidden, name + "mlp.c_fc", input: trace[hook + "ln2.hook_normalized"], &gradients)
    let middle = trace.keep(
      hook + "hook_resid_mid_grad",
      output
        + layerNormBackward(second, weight: name + "ln_2", hook: hook + "ln2", &trace, &gradients))
    let first = attendBackward(
      middle, name: name + "attn.", hook: hook + "attn.", normalized: hook + "ln1.hook_normalized",
      &trace, &gradients)
    return trace.keep(
      hook + "hook_resid_pre_grad",
      middle
        + layerNormBackward(first, weight: name + "ln_1", hook: hook + "ln1", &trace, &gradients))
  }

  private func attendBackward(
    _ output: Matrix, name: String, hook: String, normalized: String, _ trace: inout Trace,
    _ gradients: inout [String: Matrix]
  ) -> Matrix {
    let width = configuration.width
    let size = configuration.headWidth
    let z = trace.keep(
      hook + "hook_z_grad",
      linearBackward(output, name + "c_proj", input: trace[hook + "hook_z"], &gradients))
    var joint = Matrix(rows: z.rows, columns: 3 * width)
    for head in 0..<configuration.headCount {
      let part = head * size..<(head + 1) * size
      let pattern = trace[hook + "hook_pattern.\(head)"]
      let mixed = z.columns(part)
      let patternGradient = trace.keep(
        hook + "hook_pattern.\(head)_grad", mixed * trace[hook + "hook_v"].columns(part).transposed)
      // Softmax: each score gains in so far as it beats the mean under the pattern.
      var scores = pattern
      for row in 0..<scores.rows {
        var mean = 0.0
        for column in 0..<scores.columns {
          mean += pattern[row, column] * patternGradient[row, column]
        }
        for column in 0..<scores.columns {
          scores[row, column] = pattern[row, column] * (patternGradient[row, column] - mean)
        }
      }
      scores = trace.keep(hook + "hook_attn_scores.\(head)_grad", scores)
      let scaled = scores.map { $0 / Double(size).squareRoot() }
      joint.setColumns(from: part.lowerBound, scaled * trace[hook + "hook_k"].columns(part))
      joint.setColumns(
        from: width + part.lowerBound, scaled.transposed * trace[hook + "hook_q"].columns(part))
      joint.setColumns(from: 2 * width + part.lowerBound, pattern.transposed * mixed)
    }
    for (number, letter) in ["q", "k", "v"].enumerated() {
      _ = trace.keep(
        hook + "hook_\(letter)_grad", joint.columns(number * width..<(number + 1) * width))
    }
    return linearBackward(joint, name + "c_attn", input: trace[normalized], &gradients)
  }

  /// For `y = x·W + b`: `dW = xᵀ·dy`, `db = Σ rows of dy`, `dx = dy·Wᵀ`.
  private func linearBackward(
    _ output: Matrix, _ name: String, input: Matrix, _ gradients: inout [String: Matrix]
  ) -> Matrix {
    gradients[name + ".weight"] = input.transposed * output
    gradients[name + ".bias"] = output.rowSum
    return output * weight(name + ".weight").transposed
  }

  /// With `n` the standardized row and `g = dy·gain`: `dx = (g − mean(g) − n·mean(g·n)) / scale`.
  private func layerNormBackward(
    _ output: Matrix, weight name: String, hook: String, _ trace: inout Trace,
    _ gradients: inout [String: Matrix]
  ) -> Matrix {
    let standard = trace[hook + ".standardized"]
    let scale = trace[hook + ".hook_scale"]
    let gain = weight(name + ".weight")
    let width = Double(output.columns)
    var gainGradient = Matrix(rows: 1, columns: output.columns)
    var input = output
    for row in 0..<output.rows {
      var mean = 0.0
      var slope = 0.0
      for column in 0..<output.columns {
        let g = output[row, column] * gain.values[column]
        mean += g / width
        slope += g * standard[row, column] / width
        gainGradient.values[column] += output[row, column] * standard[row, column]
      }
      for column in 0..<output.columns {
        let g = output[row, column] * gain.values[column]
        input[row, column] = (g - mean - standard[row, column] * slope) / scale[row, 0]
      }
    }
    gradients[name + ".weight"] = gainGradient
    gradients[name + ".bias"] = output.rowSum
    return input
  }

  static func geluDerivative(_ x: Double) -> Double {
    let t = Portable.tanh(geluSlope * (x + 0.044715 * x * x * x))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * geluSlope * (1 + 3 * 0.044715 * x * x)
  }
}
