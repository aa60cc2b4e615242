import Transformer

/// Keys and values of all positions so far, so that a new token needs no second look at the old ones.
///
/// Both are kept by head, because one head's keys are read together.
final class KeyValueCache {
  let configuration: Configuration
  let keys: UnsafeMutablePointer<Float>  // (L, H, T, D)
  let values: UnsafeMutablePointer<Float>  // (L, H, T, D)

  init(configuration: Configuration) {
    self.configuration = configuration
    let count = configuration.layerCount * configuration.contextLength * configuration.width
    keys = .allocate(capacity: count)
    values = .allocate(capacity: count)
    keys.initialize(repeating: 0, count: count)
    values.initialize(repeating: 0, count: count)
  }

  deinit {
    keys.deallocate()
    values.deallocate()
  }

  /// Where the keys (and values) of one head begin, `[context, headWidth]`.
  func start(layer: Int, head: Int) -> Int {
    (layer * configuration.headCount + head) * configuration.contextLength
      * configuration.headWidth
  }

  /// Takes in the key and value of one position, each `[width]`.
  func store(
    layer: Int, position: Int, key: UnsafePointer<Float>, value: UnsafePointer<Float>
  ) {
    let width = configuration.headWidth
    for head in 0..<configuration.headCount {
      let place = start(layer: layer, head: head) + position * width
      (keys + place).update(from: key + head * width, count: width)
      (values + place).update(from: value + head * width, count: width)
    }
  }
}
