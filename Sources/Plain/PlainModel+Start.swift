import Numerics

extension PlainModel {
  /// A model before any learning: gains 1, biases 0, everything else small and random.
  ///
  /// A product sums over the width, so the matrices' deviation of `0.02 · √(768 / C)` gives sums as
  /// large as GPT-2's. What is written to the stream is scaled by `1 / √(2 · layers)`, so that the
  /// stream keeps its size however many blocks add to it.
  public init(
    layerCount: Int, headCount: Int, width: Int, contextLength: Int, vocabularySize: Int,
    seed: UInt64
  ) {
    var weights = Tensors()
    var generator = RandomGenerator(seed: seed)
    let deviation = 0.02 * (768 / Double(width)).squareRoot()
    let written = deviation / Double(2 * layerCount).squareRoot()
    func random(_ rows: Int, _ columns: Int, _ deviation: Double) -> Matrix {
      Matrix(rows: rows, columns: columns).map { _ in deviation * Double(generator.normal()) }
    }
    func add(_ name: String, _ columns: Int, _ value: Double) {
      weights[name] = Matrix(rows: 1, columns: columns).map { _ in value }
    }
    weights["wte.weight"] = random(vocabularySize, width, 0.02)
    weights["wpe.weight"] = random(contextLength, width, deviation)
    for layer in 0..<layerCount {
      let name = "h.\(layer)."
      weights[name + "attn.c_attn.weight"] = random(width, 3 * width, deviation)
      weights[name + "attn.c_proj.weight"] = random(width, width, written)
      weights[name + "mlp.c_fc.weight"] = random(width, 4 * width, deviation)
      weights[name + "mlp.c_proj.weight"] = random(4 * width, width, written)
      add(name + "attn.c_attn.bias", 3 * width, 0)
      add(name + "attn.c_proj.bias", width, 0)
      add(name + "mlp.c_fc.bias", 4 * width, 0)
      add(name + "mlp.c_proj.bias", width, 0)
    }
    for norm in (0..<layerCount).flatMap({ ["h.\($0).ln_1", "h.\($0).ln_2"] }) + ["ln_f"] {
      add(norm + ".weight", width, 1)
      add(norm + ".bias", width, 0)
    }
    self.init(layerCount: layerCount, headCount: headCount, weights: weights)
  }
}
