import Numerics

/// Numbers between −1 and 1 that every run of the tests sees alike.
func randomFloats(_ count: Int, seed: UInt64 = 1) -> [Float] {
  var generator = RandomGenerator(seed: seed)
  return (0..<count).map { _ in 2 * generator.uniform() - 1 }
}

/// Runs `body` with pointers to the arrays' values, for kernels that work on memory.
func withPointers<R>(
  _ a: [Float], _ b: [Float], _ result: inout [Float],
  _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> R
) -> R {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      result.withUnsafeMutableBufferPointer { result in
        body(a.baseAddress!, b.baseAddress!, result.baseAddress!)
      }
    }
  }
}

/// The largest difference, as a share of the largest expected value.
func relativeError(_ values: [Float], _ expected: [Double]) -> Double {
  let largest = expected.map(\.magnitude).max() ?? 0
  return zip(values, expected).map { (Double($0) - $1).magnitude }.max()! / max(largest, 1e-30)
}
