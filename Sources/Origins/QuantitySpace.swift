import Names
import Transformer

/// Which numbers a pass of some length through a model has.
public struct QuantitySpace: Sendable {
  let configuration: Configuration
  /// Tokens that were read.
  let positions: Int
  let tensors: [TensorSpecification]
  /// Whether there is a way back.
  var learns = false

  /// How many there are of each thing that brackets count.
  func count(_ axis: QuantityKind.Axis) -> Int {
    switch axis {
    case .position, .query, .key: positions
    case .channel: configuration.width
    case .unit: configuration.headWidth
    case .neuron: 4 * configuration.width
    case .vocabulary: configuration.vocabularySize
    }
  }

  /// Numbers in brackets of a kind or, for a parameter, of its tensor: how many each counts.
  func extents(_ quantity: Quantity) -> [Int]? {
    quantity.kind == .parameter
      ? tensors.first { $0.name == quantity.tensor }?.shape : quantity.kind.axes.map(count)
  }

  /// Whether the pass has this number. Products with later keys are never computed.
  public func holds(_ quantity: Quantity) -> Bool {
    guard learns || !quantity.isGradient && !quantity.kind.isOfLearning,
      quantity.kind.hasGradient || !quantity.isGradient,
      let extents = extents(quantity), extents.count == quantity.indices.count,
      zip(quantity.indices, extents).allSatisfy({ (0..<$1).contains($0) }),
      (0..<configuration.layerCount).contains(quantity.layer),
      (0..<configuration.headCount).contains(quantity.head)
    else { return false }
    return !isMasked(quantity)
  }

  private func isMasked(_ quantity: Quantity) -> Bool {
    ([.dot, .score].contains(quantity.kind) || quantity.kind == .weight && quantity.isGradient)
      && quantity.indices[1] > quantity.indices[0]
  }

  /// Reads an address as it was typed.
  /// - Throws: `QuantityError` with the nearest address that the pass has.
  public func quantity(_ address: String) throws(QuantityError) -> Quantity {
    let quantity = Quantity(address: address)
    if let quantity, holds(quantity) { return quantity }
    let nearest = nearest(to: address)
    throw QuantityError(
      address: address, nearest: nearest,
      reason: reason(quantity, Quantity.Form(address), nearest: nearest))
  }

  private func reason(
    _ quantity: Quantity?, _ form: Quantity.Form?, nearest: Quantity
  ) -> QuantityError.Reason {
    guard let quantity else {
      guard let form, form.kind?.hasGradient ?? true || !form.isGradient,
        form.kind != nil || form.isParameter && nearest.tensor == form.name
      else { return .unknown }
      return .brackets(count: nearest.indices.count)
    }
    guard learns || !quantity.isGradient && !quantity.kind.isOfLearning else { return .unknown }
    if quantity.kind.scope != .model, !(0..<configuration.layerCount).contains(quantity.layer) {
      return .count(.block, quantity.layer, of: configuration.layerCount)
    }
    if quantity.kind.scope == .head, !(0..<configuration.headCount).contains(quantity.head) {
      return .count(.head, quantity.head, of: configuration.headCount)
    }
    guard let extents = extents(quantity) else { return .unknown }
    guard extents.count == quantity.indices.count else { return .brackets(count: extents.count) }
    for (place, (index, extent)) in zip(quantity.indices, extents).enumerated()
    where !(0..<extent).contains(index) {
      let axis = quantity.kind == .parameter ? nil : quantity.kind.axes[place]
      return .count(axis.map(QuantityError.Counted.init) ?? .row, index, of: extent)
    }
    return .masked(key: quantity.indices[1], query: quantity.indices[0])
  }

  /// The number whose address needs the fewest changes: the most similar name, and every count brought
  /// into its range.
  func nearest(to address: String) -> Quantity {
    // A name longer than any there is can't be near to one.
    let form = Quantity.Form(String(address.prefix(200)))
    let name = form.map { inRange($0.name) } ?? ""
    var quantity: Quantity
    if let kind = form?.kind, learns || !kind.isOfLearning {
      quantity = Quantity(kind, layer: form?.layer ?? 0, head: form?.head ?? 0, [])
    } else {
      let kinds = QuantityKind.allCases.filter {
        $0 != .parameter && (learns || !$0.isOfLearning)
      }.map {
        (
          stem: $0.rawValue,
          quantity: Quantity($0, layer: form?.layer ?? 0, head: form?.head ?? 0, [])
        )
      }
      let tensors = tensors.map { (stem: $0.name, quantity: Quantity(parameter: $0.name, [])) }
      let all = form?.layer == nil ? kinds + tensors : kinds
      let distances = all.map { EditDistance.between($0.stem, name) }
      let best = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) } ?? 0
      quantity = all[best].quantity
    }
    quantity.layer = min(quantity.layer, configuration.layerCount - 1)
    quantity.head = min(quantity.head, configuration.headCount - 1)
    let given = form?.indices ?? []
    quantity.indices = (extents(quantity) ?? []).enumerated().map { place, extent in
      place < given.count ? min(given[place], extent - 1) : 0
    }
    if quantity.kind == .input, quantity.layer > 0 {
      quantity = .arriving(layer: quantity.layer, quantity.indices[0], quantity.indices[1])
    }
    quantity.isGradient = learns && form?.isGradient ?? false && quantity.kind.hasGradient
    if isMasked(quantity) { quantity.indices[1] = quantity.indices[0] }
    return quantity
  }

  /// The name of a tensor of the last block where it names a block that is not there.
  private func inRange(_ name: String) -> String {
    let parts = name.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "h", let layer = Int(parts[1]),
      layer >= configuration.layerCount
    else { return name }
    return "h.\(configuration.layerCount - 1).\(parts[2])"
  }
}
