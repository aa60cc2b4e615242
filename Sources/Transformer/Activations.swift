import Numerics

/// One intermediate result of the model, by TransformerLens's name.
public struct NamedBuffer: @unchecked Sendable {
  public let name: String
  public let shape: [Int]
  public let values: UnsafeBufferPointer<Float>
}

/// Every intermediate result that the backward pass needs, kept in one stretch of memory.
///
/// They are at the same time the recording of the pass: whoever wants to look reads them by name
/// afterwards, and a run that looks at nothing pays nothing. A second one of these, its names with
/// `_grad` appended, holds the gradients on their way back.
public final class Activations: @unchecked Sendable {
  /// Length along one axis: known beforehand, or that of the batch at hand.
  enum Extent {
    case fixed(Int)
    case sequences, positions
  }

  private struct Buffer {
    let name: String
    let extents: [Extent]
    let offset: Int
  }

  private let buffers: [Buffer]
  private let arena: UnsafeMutableBufferPointer<Float>
  let capacity: (sequences: Int, positions: Int)

  /// Sizes of the last pass; `named` shows that much of each buffer.
  var current: (sequences: Int, positions: Int)

  init(_ plan: [(name: String, extents: [Extent])], sequences: Int, positions: Int) {
    capacity = (sequences, positions)
    current = capacity
    var buffers: [Buffer] = []
    var offset = 0
    for (name, extents) in plan {
      buffers.append(Buffer(name: name, extents: extents, offset: offset))
      let count = Self.shape(extents, capacity).reduce(1, *)
      offset += (count + 15) / 16 * 16  // each begins on a line of the cache
    }
    self.buffers = buffers
    arena = FloatMemory.zeros(offset)
  }

  deinit { UnsafeMutableRawPointer(arena.baseAddress)?.deallocate() }

  /// All buffers in the order of the forward pass.
  public var named: [NamedBuffer] {
    buffers.map { buffer in
      let shape = Self.shape(buffer.extents, current)
      let start = arena.baseAddress.unsafelyUnwrapped + buffer.offset
      return NamedBuffer(
        name: buffer.name, shape: shape,
        values: UnsafeBufferPointer(start: start, count: shape.reduce(1, *)))
    }
  }

  /// The buffer of one name, or nil when the model keeps none.
  public func named(_ name: String) -> NamedBuffer? { named.first { $0.name == name } }

  func pointer(_ name: String) -> UnsafeMutablePointer<Float> {
    guard let buffer = buffers.first(where: { $0.name == name }) else {
      preconditionFailure("no activation is called \(name)")
    }
    return arena.baseAddress.unsafelyUnwrapped + buffer.offset
  }

  /// The buffer of a part's own, `part` being its name up to the last point; where it has none, the one that
  /// all parts use in turn.
  func pointer(_ part: String, orShared name: String) -> UnsafeMutablePointer<Float> {
    let own = part + name
    return pointer(buffers.contains { $0.name == own } ? own : name)
  }

  private static func shape(
    _ extents: [Extent], _ sizes: (sequences: Int, positions: Int)
  ) -> [Int] {
    extents.map { extent in
      switch extent {
      case .fixed(let length): length
      case .sequences: sizes.sequences
      case .positions: sizes.positions
      }
    }
  }
}
