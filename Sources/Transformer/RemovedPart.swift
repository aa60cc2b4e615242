import Names

/// One part of a model that can be taken away: a head, a whole attention or an MLP.
///
/// A part is removed by setting the rows of its output projection to zero: for a head the rows of
/// `attn.c_proj.weight` that read it, for a whole attention or MLP all rows and the bias too. What it
/// would have added to the residual stream is then zero; everything else stays as it was learned.
/// - SeeAlso: Michel et al. 2019, "Are sixteen heads really better than one?".
package struct RemovedPart: Equatable, Sendable {
  /// Block, from 0.
  package var layer: Int
  package var part: ModelPart
  /// Head of the attention, from 0; nil for a whole part.
  package var head: Int?

  package init(layer: Int, part: ModelPart, head: Int? = nil) {
    self.layer = layer
    self.part = part
    self.head = head
  }

  /// All parts of a model, block by block: the attention as a whole, its heads, the MLP.
  package static func all(_ configuration: Configuration) -> [RemovedPart] {
    (0..<configuration.layerCount).flatMap { layer in
      [RemovedPart(layer: layer, part: .attention)]
        + (0..<configuration.headCount).map {
          RemovedPart(layer: layer, part: .attention, head: $0)
        } + [RemovedPart(layer: layer, part: .mlp)]
    }
  }

  /// As it is typed: `L0H1` for a head, `L0A` for a whole attention, `L0M` for an MLP.
  package var name: String {
    "L" + String(layer) + (head.map { "H" + String($0) } ?? (part == .mlp ? "M" : "A"))
  }

  /// The part of that name in such a model; nil where there is none.
  package init?(_ name: String, in configuration: Configuration) {
    guard let found = Self.all(configuration).first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The weights that become zero: a tensor's name and places in it.
  private func places(in parameters: Parameters) -> [(String, Range<Int>)] {
    let name = "h." + String(layer) + "." + (part == .mlp ? "mlp" : "attn") + ".c_proj"
    if let head {
      let size = parameters.configuration.headWidth * parameters.configuration.width
      return [(name + ".weight", head * size..<(head + 1) * size)]
    }
    return [name + ".weight", name + ".bias"].map { ($0, 0..<parameters.tensor($0).count) }
  }

  /// Takes the part away for good.
  package func remove(from parameters: Parameters) {
    for (name, range) in places(in: parameters) {
      let tensor = parameters.tensor(name)
      for index in range { tensor[index] = 0 }
    }
  }

  /// What `body` sees while the part is missing; the parameters hold the same bits afterwards.
  package func removed<Seen>(from parameters: Parameters, _ body: () -> Seen) -> Seen {
    let places = places(in: parameters)
    let kept = places.map { name, range in Array(parameters.tensor(name)[range]) }
    remove(from: parameters)
    defer {
      for ((name, range), values) in zip(places, kept) {
        let tensor = parameters.tensor(name)
        for (index, value) in zip(range, values) { tensor[index] = value }
      }
    }
    return body()
  }

  /// The same of several parts.
  package static func removed<Seen>(
    _ parts: ArraySlice<RemovedPart>, from parameters: Parameters, _ body: () -> Seen
  ) -> Seen {
    guard let first = parts.first else { return body() }
    return first.removed(from: parameters) {
      removed(parts.dropFirst(), from: parameters, body)
    }
  }
}
