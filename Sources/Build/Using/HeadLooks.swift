import Numerics
import Record

extension ActivationRecorder {
  /// At which token each position of the last pass looks most, of several at the first: one row for each
  /// head, block by block.
  func strongestLooks() -> [[Int]] {
    let configuration = model.configuration
    return (0..<configuration.layerCount).flatMap { layer -> [[Int]] in
      let pattern = buffer("blocks.\(layer).attn.hook_pattern")  // (1, H, T, T)
      let size = pattern.shape[2]
      return (0..<configuration.headCount).map { head in
        (0..<size).map { query in
          let start = (head * size + query) * size
          var strongest = 0
          for key in 0...query where pattern.values[start + key] > pattern.values[start + strongest]
          {
            strongest = key
          }
          return strongest
        }
      }
    }
  }

  /// How often each head looks most at the token before, at the token itself and at the first one.
  func headLooks() -> [HeadLook] {
    strongestLooks().enumerated().map { place, looks in
      let counts = HeadLooks.counts(looks)
      return HeadLook(
        layer: place / model.configuration.headCount, head: place % model.configuration.headCount,
        previous: counts.previous, itself: counts.itself, first: counts.first)
    }
  }
}

enum HeadLooks {
  /// The first two positions have hardly a choice: for the second, the token before is the first one.
  static let firstJudged = 2

  /// - Parameter looks: of each position of a text the one that it looks at most.
  static func counts(_ looks: [Int]) -> (previous: Int, itself: Int, first: Int) {
    var counts = (previous: 0, itself: 0, first: 0)
    for (query, key) in looks.enumerated().dropFirst(firstJudged) {
      if key == query - 1 { counts.previous += 1 }
      if key == query { counts.itself += 1 }
      if key == 0 { counts.first += 1 }
    }
    return counts
  }

  /// At most `count` of the values, evenly spread, the first among them.
  static func spread<Value>(_ values: [Value], _ count: Int) -> [Value] {
    guard values.count > count else { return values }
    return (0..<count).map { values[$0 * values.count / count] }
  }
}
