import Names
import Record
import Transformer

/// How far the weights lie from where they began.
struct Movement {
  private(set) var parts: [ImprovementRecord.Moved] = []
  private(set) var sizes: [ImprovementRecord.SizeOfChange]
  /// The weight with the largest change; the first of several.
  private(set) var farthest: (tensor: TensorSpecification, place: Int, row: Int, column: Int)

  /// Borders between sizes of change.
  static let borders = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1]

  /// O(weights).
  init(from start: Parameters, to end: Parameters) {
    var counts = [Int](repeating: 0, count: Self.borders.count + 1)
    farthest = (start.tensors[0], start.tensors[0].offset, 0, 0)
    var record = -1.0
    var sums: [(weight: Double, change: Double)] = []
    for tensor in start.tensors {
      let (part, layer) = (
        ArchitectureRecord.part(of: tensor.name), ArchitectureRecord.layer(of: tensor.name)
      )
      let row: Int
      if let known = parts.firstIndex(where: { $0.part == part && $0.layer == layer }) {
        row = known
      } else {
        row = parts.count
        parts.append(
          .init(part: part, layer: layer, count: 0, weightRMS: 0, changeRMS: 0, largest: 0))
        sums.append((0, 0))
      }
      for place in tensor.offset..<tensor.offset + tensor.count {
        let before = Double(start.values[place])
        let change = Double(end.values[place]) - before
        let size = change.magnitude
        sums[row].weight += before * before
        sums[row].change += change * change
        parts[row].largest = max(parts[row].largest, size)
        counts[Self.borders.firstIndex { size < $0 } ?? Self.borders.count] += 1
        if size > record {
          record = size
          let columns = tensor.shape.last ?? 1
          let within = place - tensor.offset
          farthest = (tensor, place, within / columns, within % columns)
        }
      }
      parts[row].count += tensor.count
    }
    for row in parts.indices {
      let count = Double(parts[row].count)
      parts[row].weightRMS = (sums[row].weight / count).squareRoot()
      parts[row].changeRMS = (sums[row].change / count).squareRoot()
    }
    sizes = counts.enumerated().map {
      .init(below: $0 < Self.borders.count ? Self.borders[$0] : nil, count: $1)
    }
  }
}

/// How far the weights of two versions lie apart, for whoever compares them.
package enum WeightMovement {
  /// A row for each part that moved, in the order of the tensors.
  package static func rows(
    from start: Parameters, to end: Parameters
  ) -> [(name: String, share: Double)] {
    Movement(from: start, to: end).parts.filter { $0.changeRMS > 0 }.map { part in
      (part.part.rawValue + (part.layer.map { " \($0)" } ?? ""), part.share)
    }
  }
}
