import Names
import Numerics

/// Which buffers are still those of the last whole pass, and which weights are packed otherwise.
///
/// A block is two places, its attention and its MLP; they are numbered from the first block on.
struct PartialPass {
  /// Up to this place, its output projection left out, the buffers are those of the whole pass.
  private var intact = -1
  /// The place whose output projection was changed last, and is still packed as it was then.
  private var changed: Int?

  mutating func beginWhole(blockCount: Int) { (intact, changed) = (2 * blockCount, nil) }

  /// - Returns: the places whose output projections are to be packed.
  mutating func begin(at place: Int) -> [Int] {
    precondition(
      place <= intact, "place \(place) reads what a pass from place \(intact) on has left")
    let places = changed.map { $0 == place ? [place] : [$0, place] } ?? [place]
    (intact, changed) = (place, place)
    return places
  }
}

extension Model {
  /// Walks the last pass over one sequence again from the output projection of a part on, after that
  /// projection's weights changed. What comes before it is left from the whole pass, so the result is
  /// that of a whole pass to the bit.
  ///
  /// Parts are taken from the last one to the first, and when the next one is tried, the weights of the
  /// one before are as they were in the whole pass: of the weights only the two are packed again. Of the
  /// last block, the attention's mixture apart, those rows alone are computed that the wanted logits
  /// come from; the others keep older values.
  ///
  /// - Parameters:
  ///   - part: whose weights changed: a head, a whole attention or an MLP.
  ///   - lastLogits: of how many positions at the end logits are wanted; the others keep older ones.
  package func forward(fromProjectionOf part: RemovedPart, lastLogits: Int) {
    let (sequences, positions) = activations.current
    let place = 2 * part.layer + (part.part == .mlp ? 1 : 0)
    precondition(
      sequences == 1 && (1...positions).contains(lastLogits) && blocks.indices.contains(part.layer),
      "\(part.name) of \(blocks.count) blocks, \(lastLogits) logits of [\(sequences), \(positions)]"
    )
    PackingPlan(progress.begin(at: place).map(projection), transposed: false).run(pool)
    walk { pass in
      func lastRows(_ layer: Int) -> Int? { layer == blocks.count - 1 ? lastLogits : nil }
      blocks[part.layer].forward(fromProjectionOf: part.part, pass.last(lastRows(part.layer)))
      for layer in blocks.indices.dropFirst(part.layer + 1) {
        blocks[layer].forward(pass, lastRows: lastRows(layer))
      }
      pass.last(lastLogits).forEachStrip(reading: unembedding.map) { strip in
        finalNorm.forward(strip)
        unembedding.map.forward(finalNorm.normalized, into: unembedding.logits, strip)
      }
    }
  }

  /// Queries, keys and values that the last pass over one sequence left in a block.
  /// - Returns: `[position, 3, width]`.
  package func queriesKeysValues(
    _ layer: Int, ofFirst positions: Int
  ) -> UnsafePointer<Float> {
    let current = activations.current
    precondition(
      current.sequences == 1 && (0...current.positions).contains(positions),
      "\(positions) positions of a pass over [\(current.sequences), \(current.positions)]")
    return UnsafePointer(blocks[layer].attention.qkv)
  }

  /// The output projection of an attention or an MLP, each of them one place.
  private func projection(_ place: Int) -> Linear {
    let block = blocks[place / 2]
    return place % 2 == 0 ? block.attention.projection : block.mlp.projection
  }
}
