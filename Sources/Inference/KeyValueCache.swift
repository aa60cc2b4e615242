import Numerics
import Transformer

/// Keys and values of all positions so far, so that a new token needs no second look at old ones.
///
/// Both are kept by layer and head. Keys lie in panels of 16 positions, so that 16 scores are one
/// vector; values lie row after row, so that a mixture of them is a sum of vectors.
/// - SeeAlso: Shazeer 2019, "Fast Transformer decoding", section 2.
public final class KeyValueCache {
  /// Columns of a panel of values: two vectors.
  private static let panelWidth = 32

  private let headCount: Int
  private let headWidth: Int
  private let positions: Int  // padded context length
  private let keyCount: Int  // of one head
  private let valueCount: Int  // of one head
  private let keys: UnsafeMutablePointer<Float>  // (L, H, T/16, D, 16)
  private let values: UnsafeMutablePointer<Float>  // (L, H, D/32, T, 32), the last panel narrower

  public init(_ configuration: Configuration) {
    headCount = configuration.headCount
    headWidth = configuration.headWidth
    positions = padded(configuration.contextLength)
    keyCount = positions * headWidth
    valueCount = positions * padded(headWidth)
    keys = allocateZeros(configuration.layerCount * headCount * keyCount)
    values = allocateZeros(configuration.layerCount * headCount * valueCount)
  }

  deinit {
    UnsafeMutableRawPointer(keys).deallocate()
    UnsafeMutableRawPointer(values).deallocate()
  }

  /// Takes in the key and value of one position, each `[width]`.
  public func append(
    layer: Int, position: Int, key: UnsafePointer<Float>, value: UnsafePointer<Float>
  ) {
    for head in 0..<headCount {
      append(
        layer: layer, head: head, position: position, key: key + head * headWidth,
        value: value + head * headWidth)
    }
  }

  /// Takes in the key and value of one position in one head, each `[D]`.
  public func append(
    layer: Int, head: Int, position: Int, key: UnsafePointer<Float>, value: UnsafePointer<Float>
  ) {
    let slot = layer * headCount + head
    let panel = keys + (slot * keyCount + position / 16 * 16 * headWidth + position % 16)
    for d in 0..<headWidth { panel[d * 16] = key[d] }
    for column in stride(from: 0, to: headWidth, by: Self.panelWidth) {
      let row = values + (slot * valueCount + column * positions + position * width(from: column))
      row.update(from: value + column, count: min(Self.panelWidth, headWidth - column))
    }
  }

  /// Columns of the panel of values that begins at `column`, the last one filled up to a vector.
  private func width(from column: Int) -> Int {
    min(Self.panelWidth, padded(headWidth) - column)
  }

  /// Floats of working memory that ``attend(layer:head:visible:query:scores:into:)`` needs.
  public var scoreCount: Int { positions + padded(headWidth) }

  /// `z = softmax(q·kᵀ / √D) · v` over the first `visible` positions, for one head.
  ///
  /// - Parameters:
  ///   - query: `[D]`; `result` alike.
  ///   - scores: ``scoreCount`` floats of room.
  public func attend(
    layer: Int, head: Int, visible: Int, query: UnsafePointer<Float>,
    scores: UnsafeMutablePointer<Float>, into result: UnsafeMutablePointer<Float>
  ) {
    let slot = layer * headCount + head
    score(query, UnsafePointer(keys + slot * keyCount), visible, into: scores)
    SoftmaxKernel.forward(scores, scores, count: visible)
    let mixed = scores + positions
    let rows = UnsafePointer(values + slot * valueCount)
    for column in stride(from: 0, to: headWidth, by: Self.panelWidth) {
      let panel = rows + column * positions
      if width(from: column) == Self.panelWidth {
        mixTwo(scores, panel, visible, into: mixed + column)
      } else {
        mixOne(scores, panel, visible, into: mixed + column)
      }
    }
    result.update(from: mixed, count: headWidth)
  }

  /// `scores[t] = q · k[t] / √D`, four panels of keys at once.
  @inline(__always)
  private func score(
    _ query: UnsafePointer<Float>, _ keys: UnsafePointer<Float>, _ visible: Int,
    into scores: UnsafeMutablePointer<Float>
  ) {
    let scale = Lanes(repeating: 1 / Float(headWidth).squareRoot())
    let panel = headWidth * 16
    var position = 0
    var base = keys
    while position + 32 < visible {
      var (s0, s1, s2, s3) = (Lanes(), Lanes(), Lanes(), Lanes())
      // Panels beyond the visible ones are read but never used; the last are not within the head.
      let hasFourth = position + 48 < positions
      let third = base + 2 * panel
      let fourth = hasFourth ? third + panel : third
      for d in 0..<headWidth {
        let q = Lanes(repeating: query[d])
        s0 = multiplyAdd(q, load(base + d * 16), s0)
        s1 = multiplyAdd(q, load(base + panel + d * 16), s1)
        s2 = multiplyAdd(q, load(third + d * 16), s2)
        s3 = multiplyAdd(q, load(fourth + d * 16), s3)
      }
      store(s0 * scale, scores + position)
      store(s1 * scale, scores + position + 16)
      store(s2 * scale, scores + position + 32)
      if hasFourth { store(s3 * scale, scores + position + 48) }
      position += 64
      base += 4 * panel
    }
    while position < visible {
      var sum = Lanes()
      for d in 0..<headWidth {
        sum = multiplyAdd(Lanes(repeating: query[d]), load(base + d * 16), sum)
      }
      store(sum * scale, scores + position)
      position += 16
      base += panel
    }
  }

  /// A whole panel of `pattern · v`; even and odd positions are summed apart, then together.
  @inline(__always)
  private func mixTwo(
    _ pattern: UnsafePointer<Float>, _ values: UnsafePointer<Float>, _ visible: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    var (even0, even1, odd0, odd1) = (Lanes(), Lanes(), Lanes(), Lanes())
    var row = values
    var position = 0
    while position + 2 <= visible {
      let even = Lanes(repeating: pattern[position])
      let odd = Lanes(repeating: pattern[position + 1])
      even0 = multiplyAdd(even, load(row), even0)
      even1 = multiplyAdd(even, load(row + 16), even1)
      odd0 = multiplyAdd(odd, load(row + 32), odd0)
      odd1 = multiplyAdd(odd, load(row + 48), odd1)
      row += 64
      position += 2
    }
    if position < visible {
      let last = Lanes(repeating: pattern[position])
      even0 = multiplyAdd(last, load(row), even0)
      even1 = multiplyAdd(last, load(row + 16), even1)
    }
    store(even0 + odd0, result)
    store(even1 + odd1, result + 16)
  }

  /// A panel of a single vector.
  @inline(__always)
  private func mixOne(
    _ pattern: UnsafePointer<Float>, _ values: UnsafePointer<Float>, _ visible: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    var sum = Lanes()
    var row = values
    for position in 0..<visible {
      sum = multiplyAdd(Lanes(repeating: pattern[position]), load(row), sum)
      row += 16
    }
    store(sum, result)
  }
}
