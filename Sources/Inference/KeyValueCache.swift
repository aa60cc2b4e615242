import Numerics
import Transformer

/// Keys and values of all positions so far, so that a new token needs no second look at old ones.
///
/// Both are kept by layer and head, in blocks of 16 positions: first the keys, column after column,
/// so that 16 scores are one vector; then the values, row after row, so that a mixture of them is a
/// sum of vectors. What a head has kept is thus one stretch of memory.
/// - SeeAlso: Shazeer 2019, "Fast Transformer decoding", section 2.
public final class KeyValueCache {
  private let headCount: Int
  private let headWidth: Int
  private let rowWidth: Int  // of a value, whole vectors
  private let blockLength: Int  // floats of 16 positions in one head
  private let positions: Int  // padded context length
  private let memory: UnsafeMutablePointer<Float>  // (L, H, T/16, keys (D, 16) and values (16, D))

  public init(_ configuration: Configuration) {
    headCount = configuration.headCount
    headWidth = configuration.headWidth
    rowWidth = padded(headWidth)
    blockLength = 16 * (headWidth + rowWidth)
    positions = padded(configuration.contextLength)
    memory = allocateZeros(configuration.layerCount * headCount * positions / 16 * blockLength)
  }

  deinit { UnsafeMutableRawPointer(memory).deallocate() }

  /// The first block of a head.
  private func blocks(_ layer: Int, _ head: Int) -> UnsafeMutablePointer<Float> {
    memory + (layer * headCount + head) * (positions / 16) * blockLength
  }

  /// What a head has kept of the first `visible` positions, in whole blocks.
  func kept(layer: Int, head: Int, visible: Int) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(
      start: blocks(layer, head), count: padded(visible) / 16 * blockLength)
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
    let (number, place) = position.quotientAndRemainder(dividingBy: 16)
    let block = blocks(layer, head) + number * blockLength
    for d in 0..<headWidth { block[d * 16 + place] = key[d] }
    (block + (16 * headWidth + place * rowWidth)).update(from: value, count: headWidth)
  }

  /// Floats of working memory that ``attend(layer:head:visible:query:scores:into:)`` needs.
  public var scoreCount: Int { positions + rowWidth }

  /// `z = softmax(q·kᵀ / √D) · v` over the first `visible` positions, for one head.
  ///
  /// - Parameters:
  ///   - query: `[D]`; `result` alike.
  ///   - scores: ``scoreCount`` floats of room.
  public func attend(
    layer: Int, head: Int, visible: Int, query: UnsafePointer<Float>,
    scores: UnsafeMutablePointer<Float>, into result: UnsafeMutablePointer<Float>
  ) {
    let blocks = UnsafePointer(blocks(layer, head))
    score(query, blocks, visible, into: scores)
    SoftmaxKernel.forward(scores, scores, count: visible)
    let mixed = scores + positions
    for column in stride(from: 0, to: rowWidth, by: 32) {
      let values = blocks + (16 * headWidth + column)
      if column + 16 < rowWidth {
        mixTwo(scores, values, visible, into: mixed + column)
      } else {
        mixOne(scores, values, visible, into: mixed + column)
      }
    }
    result.update(from: mixed, count: headWidth)
  }

  /// `scores[t] = q · k[t] / √D`, four blocks at once; past the last, it is taken again.
  @inline(__always)
  private func score(
    _ query: UnsafePointer<Float>, _ blocks: UnsafePointer<Float>, _ visible: Int,
    into scores: UnsafeMutablePointer<Float>
  ) {
    let scale = Lanes(repeating: 1 / Float(headWidth).squareRoot())
    let last = (visible - 1) / 16
    for first in stride(from: 0, through: last, by: 4) {
      let second = min(first + 1, last)
      let third = min(first + 2, last)
      let fourth = min(first + 3, last)
      let (k0, k1) = (blocks + first * blockLength, blocks + second * blockLength)
      let (k2, k3) = (blocks + third * blockLength, blocks + fourth * blockLength)
      var (s0, s1, s2, s3) = (Lanes(), Lanes(), Lanes(), Lanes())
      for d in 0..<headWidth {
        let q = Lanes(repeating: query[d])
        s0 = multiplyAdd(q, load(k0 + d * 16), s0)
        s1 = multiplyAdd(q, load(k1 + d * 16), s1)
        s2 = multiplyAdd(q, load(k2 + d * 16), s2)
        s3 = multiplyAdd(q, load(k3 + d * 16), s3)
      }
      store(s0 * scale, scores + first * 16)
      store(s1 * scale, scores + second * 16)
      store(s2 * scale, scores + third * 16)
      store(s3 * scale, scores + fourth * 16)
    }
  }

  /// Two vectors of `pattern · v`; even and odd positions are summed apart, then together.
  @inline(__always)
  private func mixTwo(
    _ pattern: UnsafePointer<Float>, _ values: UnsafePointer<Float>, _ visible: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    var (even0, even1, odd0, odd1) = (Lanes(), Lanes(), Lanes(), Lanes())
    var block = values
    for first in stride(from: 0, to: visible, by: 16) {
      let end = min(first + 16, visible)
      var row = block
      var position = first
      while position + 2 <= end {
        let even = Lanes(repeating: pattern[position])
        let odd = Lanes(repeating: pattern[position + 1])
        even0 = multiplyAdd(even, load(row), even0)
        even1 = multiplyAdd(even, load(row + 16), even1)
        odd0 = multiplyAdd(odd, load(row + rowWidth), odd0)
        odd1 = multiplyAdd(odd, load(row + rowWidth + 16), odd1)
        row += 2 * rowWidth
        position += 2
      }
      if position < end {
        let last = Lanes(repeating: pattern[position])
        even0 = multiplyAdd(last, load(row), even0)
        even1 = multiplyAdd(last, load(row + 16), even1)
      }
      block += blockLength
    }
    store(even0 + odd0, result)
    store(even1 + odd1, result + 16)
  }

  /// A single vector of `pattern · v`.
  @inline(__always)
  private func mixOne(
    _ pattern: UnsafePointer<Float>, _ values: UnsafePointer<Float>, _ visible: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    var sum = Lanes()
    var block = values
    for first in stride(from: 0, to: visible, by: 16) {
      for place in 0..<min(16, visible - first) {
        let weight = Lanes(repeating: pattern[first + place])
        sum = multiplyAdd(weight, load(block + place * rowWidth), sum)
      }
      block += blockLength
    }
    store(sum, result)
  }
}
