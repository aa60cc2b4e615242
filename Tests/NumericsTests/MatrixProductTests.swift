import Testing

@testable import Numerics

@Suite struct MatrixProductTests {
  struct Shape: CustomTestStringConvertible {
    let rows: Int
    let columns: Int
    let depth: Int
    var testDescription: String { "[\(rows), \(depth)] · [\(depth), \(columns)]" }
  }

  static let shapes: [Shape] = [
    (1, 1, 1), (1, 16, 3), (2, 5, 7), (3, 17, 9), (5, 31, 33), (6, 16, 8), (7, 65, 128),
    (11, 48, 1),
    (13, 1, 40), (64, 64, 64), (67, 130, 257), (200, 33, 300), (12, 300, 520), (4, 4, 0),
    // Around the ends of strips, blocks of rows, of columns and of the depth.
    (62, 16, 5), (68, 16, 5), (79, 20, 9), (80, 17, 3), (128, 16, 4), (130, 17, 390),
    (600, 20, 400), (9, 530, 3),
  ].map { Shape(rows: $0.0, columns: $0.1, depth: $0.2) }

  /// What the product promises: one chain of fused steps for each element, bias and addend first.
  private func chain(
    _ a: (Int, Int) -> Float, _ b: (Int, Int) -> Float, _ start: (Int, Int) -> Float, _ shape: Shape
  ) -> [Float] {
    (0..<shape.rows * shape.columns).map { index in
      let (row, column) = (index / shape.columns, index % shape.columns)
      var total = start(row, column)
      for k in 0..<shape.depth { total.addProduct(a(row, k), b(k, column)) }
      return total
    }
  }

  @Test("each element is the fused chain along the depth, bit for bit", arguments: shapes, [1, 3])
  func equalsChain(shape: Shape, threads: Int) {
    let (m, n, k) = (shape.rows, shape.columns, shape.depth)
    let a = randomFloats(m * k + 1, seed: 1)
    let b = randomFloats(n * k + 1, seed: 2)
    let bias = randomFloats(n, seed: 3)
    let before = randomFloats(m * n, seed: 4)
    let pool = WorkerPool(threadCount: threads)
    for aTransposed in [false, true] {
      for bTransposed in [false, true] {
        let expected = chain(
          { aTransposed ? a[$1 * m + $0] : a[$0 * k + $1] },
          { bTransposed ? b[$1 * k + $0] : b[$0 * n + $1] },
          { bias[$1] + before[$0 * n + $1] }, shape)
        var direct = before
        var packed = before
        var sums = bias
        let sumsExpected = (0..<n).map { column in
          (0..<k).reduce(bias[column]) {
            $0 + (bTransposed ? b[column * k + $1] : b[$1 * n + column])
          }
        }
        withPointers(a, b, &direct) { a, b, c in
          bias.withUnsafeBufferPointer { bias in
            sums.withUnsafeMutableBufferPointer { sums in
              var product = MatrixProduct(
                MatrixView(a, stride: aTransposed ? m : k, isTransposed: aTransposed),
                MatrixView(b, stride: bTransposed ? k : n, isTransposed: bTransposed), rows: m,
                columns: n, depth: k, into: c, stride: n
              ).accumulating
              product.bias = bias.baseAddress
              product.columnSums = sums.baseAddress
              product.run(pool)
            }
          }
        }
        #expect(direct == expected)
        #expect(sums == sumsExpected)
        withPointers(a, b, &packed) { a, b, c in
          bias.withUnsafeBufferPointer { bias in
            let matrix = PackedMatrix(for: [(k, n)])
            matrix.pack(
              MatrixView(b, stride: bTransposed ? k : n, isTransposed: bTransposed), depth: k,
              columns: n)
            var product = MatrixProduct(
              MatrixView(a, stride: aTransposed ? m : k, isTransposed: aTransposed), matrix,
              rows: m, into: c, stride: n
            ).accumulating
            product.bias = bias.baseAddress
            product.run(pool)
          }
        }
        #expect(packed == expected)
      }
    }
  }

  @Test("a batch of products gives what each gives alone, with any number of threads")
  func batches() {
    let a = randomFloats(40 * 130, seed: 5)
    let b = randomFloats(130 * 90, seed: 6)
    func compute(_ threads: Int, _ size: Int) -> [Float] {
      var c = [Float](repeating: 0, count: 3 * 40 * 90)
      withPointers(a, b, &c) { a, b, c in
        let products = (0..<3).map { index in
          MatrixProduct(
            MatrixView(a, stride: 130), MatrixView(b, stride: 90), rows: 40,
            columns: 90 - 7 * index,
            depth: 130 - index, into: c + index * 40 * 90, stride: 90)
        }
        let pool = WorkerPool(threadCount: threads)
        for start in stride(from: 0, to: 3, by: size) {
          ProductBatch(Array(products[start..<min(start + size, 3)]), threads: threads).run(pool)
        }
      }
      return c
    }
    let alone = compute(1, 1)
    for threads in [1, 2, 3, 8] { #expect(compute(threads, 3) == alone) }
  }
}
