import Names
import Transformer

/// One part of a model that can be taken away: a head, a whole attention or an MLP.
///
/// A part is removed by setting the rows of its output projection to zero: for a head the rows of
/// `attn.c_proj.weight` that read it, for a whole attention or MLP all rows and the bias too. What it
/// would have added to the residual stream is then zero; everything else stays as it was learned.
/// - SeeAlso: Michel et al. 2019, "Are sixteen heads really better than one?".
struct RemovedPart: Equatable {
  /// Block, from 0.
  var layer: Int
  var part: ModelPart
  /// Head of the attention, from 0; nil for a whole part.
  var head: Int?

  /// All parts of a model, block by block: the attention as a whole, its heads, the MLP.
  static func all(_ configuration: Configuration) -> [RemovedPart] {
    (0..<configuration.layerCount).flatMap { layer in
      [RemovedPart(layer: layer, part: .attention)]
        + (0..<configuration.headCount).map {
          RemovedPart(layer: layer, part: .attention, head: $0)
        } + [RemovedPart(layer: layer, part: .mlp)]
    }
  }

  /// The weights that become zero: a tensor's name and places in it.
  private func places(in parameters: Parameters) -> [(String, Range<Int>)] {
    let name = "h.\(layer)." + (part == .mlp ? "mlp" : "attn") + ".c_proj"
    if let head {
      let size = parameters.configuration.headWidth * parameters.configuration.width
      return [(name + ".weight", head * size..<(head + 1) * size)]
    }
    return [name + ".weight", name + ".bias"].map { ($0, 0..<parameters.tensor($0).count) }
  }

  /// What `body` sees while the part is missing; the parameters hold the same bits afterwards.
  func removed<Seen>(from parameters: Parameters, _ body: () -> Seen) -> Seen {
    let places = places(in: parameters)
    let kept = places.map { name, range in Array(parameters.tensor(name)[range]) }
    for (name, range) in places {
      let tensor = parameters.tensor(name)
      for index in range { tensor[index] = 0 }
    }
    defer {
      for ((name, range), values) in zip(places, kept) {
        let tensor = parameters.tensor(name)
        for (index, value) in zip(range, values) { tensor[index] = value }
      }
    }
    return body()
  }
}
