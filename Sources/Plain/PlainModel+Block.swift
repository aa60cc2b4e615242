/// One block: attention, then the MLP, each beside the residual stream.
extension PlainModel {
  /// `mid = x + attention(layerNorm(x))`, `y = mid + mlp(layerNorm(mid))`, all `[T, C]`.
  func block(_ x: Matrix, _ layer: Int, _ trace: inout Tensors) -> Matrix {
    let (name, hook) = ("h.\(layer).", "blocks.\(layer).")
    let middle = x + attention(layerNorm(x, name + "ln_1"), layer, &trace)
    trace[hook + "hook_resid_pre"] = x
    trace[hook + "hook_resid_mid"] = middle
    return middle + mlp(layerNorm(middle, name + "ln_2"), layer, &trace)
  }

  /// A sum hands its gradient to both terms, so the stream carries it past each layer unchanged.
  func blockBackward(
    _ dy: Matrix, _ layer: Int, _ trace: Tensors, _ gradients: inout Tensors
  ) -> Matrix {
    let (name, hook) = ("h.\(layer).", "blocks.\(layer).")
    let second = mlpBackward(dy, layer, trace, &gradients)
    let middle =
      dy
      + layerNormBackward(
        second, trace[hook + "hook_resid_mid"], name + "ln_2", &gradients)
    let first = attentionBackward(middle, layer, trace, &gradients)
    return middle
      + layerNormBackward(
        first, trace[hook + "hook_resid_pre"], name + "ln_1", &gradients)
  }

  /// Lets each position gather from the earlier ones, in several heads side by side.
  ///
  /// `pattern = softmax(q·kᵀ / √D + mask)`, `z = pattern·v`, `y = z·Wₒ + bₒ`.
  /// - Parameter x: normalized residual stream, `[T, C]`.
  /// - SeeAlso: Vaswani et al. 2017, section 3.2.
  func attention(
    _ x: Matrix, _ layer: Int, _ trace: inout Tensors
  ) -> Matrix {
    let (name, hook) = ("h.\(layer).attn.", "blocks.\(layer).attn.")
    let qkv = linear(x, name + "c_attn")  // [T, 3C]
    var z = Matrix(rows: x.rows, columns: width)  // [T, C]
    for head in 0..<headCount {
      let (q, k, v) = parts(of: qkv, head)  // [T, D] each
      var scores = q * k.transposed  // [T, T]
      for query in 0..<x.rows {
        for key in 0..<x.rows {
          scores[query, key] /= Double(headWidth).squareRoot()
          if key > query { scores[query, key] = -.infinity }  // The future.
        }
      }
      let pattern = Self.softmax(scores)  // [T, T]
      z.setColumns(from: head * headWidth, pattern * v)
      trace[hook + "hook_pattern.\(head)"] = pattern
    }
    trace[hook + "input"] = x
    trace[hook + "qkv"] = qkv
    trace[hook + "hook_z"] = z
    return linear(z, name + "c_proj")
  }

  /// Back through the products: `dv = patternᵀ·dz`, `dq = ds·k`, `dk = dsᵀ·q`, where `ds` is the
  /// gradient of `q·kᵀ`.
  func attentionBackward(
    _ dy: Matrix, _ layer: Int, _ trace: Tensors, _ gradients: inout Tensors
  ) -> Matrix {
    let (name, hook) = ("h.\(layer).attn.", "blocks.\(layer).attn.")
    let dz = linearBackward(dy, trace[hook + "hook_z"], name + "c_proj", &gradients)
    var dqkv = Matrix(rows: dy.rows, columns: 3 * width)  // [T, 3C]
    for head in 0..<headCount {
      let (q, k, v) = parts(of: trace[hook + "qkv"], head)
      let pattern = trace[hook + "hook_pattern.\(head)"]
      let first = head * headWidth
      let dzHead = dz.columns(first..<first + headWidth)  // [T, D]
      let ds = Self.softmaxBackward(dzHead * v.transposed, pattern)
        .map { $0 / Double(headWidth).squareRoot() }  // [T, T]
      dqkv.setColumns(from: first, ds * k)
      dqkv.setColumns(from: width + first, ds.transposed * q)
      dqkv.setColumns(from: 2 * width + first, pattern.transposed * dzHead)
    }
    return linearBackward(dqkv, trace[hook + "input"], name + "c_attn", &gradients)
  }

  /// One head's queries, keys and values, `[T, D]` each, out of all of them, `[T, 3C]`.
  private func parts(of qkv: Matrix, _ head: Int) -> (q: Matrix, k: Matrix, v: Matrix) {
    func part(_ number: Int) -> Matrix {
      let first = number * width + head * headWidth
      return qkv.columns(first..<first + headWidth)
    }
    return (part(0), part(1), part(2))
  }

  /// Works on each position by itself: four times as wide, through GELU, and back.
  ///
  /// `pre = x·W₁ + b₁`, `post = gelu(pre)`, `y = post·W₂ + b₂`.
  /// - Parameter x: normalized residual stream, `[T, C]`.
  /// - SeeAlso: Vaswani et al. 2017, section 3.3.
  func mlp(_ x: Matrix, _ layer: Int, _ trace: inout Tensors) -> Matrix {
    let (name, hook) = ("h.\(layer).mlp.", "blocks.\(layer).mlp.")
    let pre = linear(x, name + "c_fc")  // [T, 4C]
    let post = pre.map(Self.gelu)  // [T, 4C]
    trace[hook + "input"] = x
    trace[hook + "hook_pre"] = pre
    trace[hook + "hook_post"] = post
    return linear(post, name + "c_proj")  // [T, C]
  }

  /// `dpre = dpost · gelu′(pre)`, number by number.
  func mlpBackward(
    _ dy: Matrix, _ layer: Int, _ trace: Tensors, _ gradients: inout Tensors
  ) -> Matrix {
    let (name, hook) = ("h.\(layer).mlp.", "blocks.\(layer).mlp.")
    var hidden = linearBackward(dy, trace[hook + "hook_post"], name + "c_proj", &gradients)
    let pre = trace[hook + "hook_pre"]
    for index in pre.values.indices {
      hidden.values[index] *= Self.geluSlope(pre.values[index])
    }
    return linearBackward(hidden, trace[hook + "input"], name + "c_fc", &gradients)
  }
}
