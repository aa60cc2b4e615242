import Foundation
import Testing

@testable import Numerics

@Suite struct CausalAttentionTests {
  struct Shape: CustomTestStringConvertible {
    let positions: Int
    let headWidth: Int
    var testDescription: String { "\(positions) positions, head width \(headWidth)" }
  }

  static let shapes = [(1, 1), (2, 3), (7, 8), (16, 16), (23, 20), (64, 32)].map {
    Shape(positions: $0.0, headWidth: $0.1)
  }

  @Test("pattern, result and gradients agree with double precision", arguments: shapes)
  func agrees(shape: Shape) {
    let (t, d) = (shape.positions, shape.headWidth)
    let (stride, outputStride) = (d + 3, d + 5)
    let q = randomFloats(t * stride, seed: 1)
    let k = randomFloats(t * stride, seed: 2)
    let v = randomFloats(t * stride, seed: 3)
    let dz = randomFloats(t * outputStride, seed: 4)
    var pattern = [Float](repeating: 0, count: t * t)
    var z = [Float](repeating: 0, count: t * outputStride)
    var dq = [Float](repeating: 0, count: t * stride)
    var (dk, dv) = (dq, dq)
    let head = CausalAttention(
      positions: t, headWidth: d, stride: stride, outputStride: outputStride)
    let pool = WorkerPool(threadCount: 1)
    head.forward(
      q: q, k: k, v: v, pattern: &pattern, z: &z, dropout: nil, dropoutStart: 0, pool)
    head.backward(
      q: q, k: k, v: v, pattern: pattern, zGradient: dz, qGradient: &dq, kGradient: &dk,
      vGradient: &dv, dropout: nil, dropoutStart: 0, pool)

    func dot(_ a: ArraySlice<Float>, _ b: [Float], _ j: Int) -> Double {
      zip(a, b[j * stride..<j * stride + d]).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    var expected = (
      pattern: [Double](repeating: 0, count: t * t),
      z: [Double](repeating: 0, count: t * outputStride),
      dq: [Double](repeating: 0, count: t * stride), dk: [Double](repeating: 0, count: t * stride),
      dv: [Double](repeating: 0, count: t * stride)
    )
    for i in 0..<t {
      let query = q[i * stride..<i * stride + d]
      let result = dz[i * outputStride..<i * outputStride + d]
      let powers = (0...i).map { Foundation.exp(dot(query, k, $0) / Double(d).squareRoot()) }
      let share = powers.map { $0 / powers.reduce(0, +) }
      let dp = (0...i).map { dot(result, v, $0) }
      let center = zip(share, dp).map(*).reduce(0, +)
      for j in 0...i {
        expected.pattern[i * t + j] = share[j]
        let ds = share[j] * (dp[j] - center) / Double(d).squareRoot()
        for c in 0..<d {
          expected.z[i * outputStride + c] += share[j] * Double(v[j * stride + c])
          expected.dq[i * stride + c] += ds * Double(k[j * stride + c])
          expected.dk[j * stride + c] += ds * Double(q[i * stride + c])
          expected.dv[j * stride + c] += share[j] * Double(dz[i * outputStride + c])
        }
      }
    }
    #expect(relativeError(pattern, expected.pattern) < 1e-6)
    #expect(relativeError(z, expected.z) < 1e-6)
    #expect(relativeError(dv, expected.dv) < 1e-5)
    if t > 1 {
      #expect(relativeError(dq, expected.dq) < 1e-5)
      #expect(relativeError(dk, expected.dk) < 1e-5)
    }
  }

  @Test("whatever memory held before does not reach a result")
  func ignoresOldMemory() {
    let (t, d) = (9, 4)
    let values = randomFloats(t * d, seed: 5)
    let pool = WorkerPool(threadCount: 1)
    let head = CausalAttention(positions: t, headWidth: d, stride: d, outputStride: d)
    let results = [Float.zero, .nan].map { old in
      pool.scratch(floats: 1 << 16).update(repeating: old, count: 1 << 16)
      var pattern = [Float](repeating: old, count: t * t)
      var z = [Float](repeating: old, count: t * d)
      var (dq, dk, dv) = (z, z, z)
      head.forward(
        q: values, k: values, v: values, pattern: &pattern, z: &z, dropout: nil, dropoutStart: 0,
        pool)
      pool.scratch(floats: 1 << 16).update(repeating: old, count: 1 << 16)
      head.backward(
        q: values, k: values, v: values, pattern: pattern, zGradient: values, qGradient: &dq,
        kGradient: &dk, vGradient: &dv, dropout: nil, dropoutStart: 0, pool)
      return z + dq + dk + dv
    }
    #expect(results[0] == results[1])
  }
}
