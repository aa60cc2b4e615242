/// The two directions along which points differ most, found by power iteration.
///
/// One pair of axes serves all snapshots of a training, so that a picture moves because the points do and
/// never because the axes turned.
package struct PrincipalAxes: Sendable {
  private let mean: [Double]
  private let axes: [[Double]]
  /// Where two directions spread nearly alike it takes many rounds to tell them apart.
  package static let mostRounds = 10_000

  /// - Parameters:
  ///   - rows: the points, `[point, width]`.
  ///   - mostRounds: after which an axis is taken as it is.
  package init(
    rows: [[Float]], mostRounds: Int = Self.mostRounds
  ) {
    let width = rows[0].count
    var mean = [Double](repeating: 0, count: width)
    for row in rows { for d in 0..<width { mean[d] += Double(row[d]) } }
    mean = mean.map { $0 / Double(rows.count) }
    let centred = rows.map { row in (0..<width).map { Double(row[$0]) - mean[$0] } }
    var axes: [[Double]] = []
    for number in 0..<2 {
      var generator = RandomGenerator(seed: 1, stream: UInt64(number))
      var axis = Self.normalized((0..<width).map { _ in generator.uniformDouble() - 0.5 })
      for _ in 0..<mostRounds {
        var next = [Double](repeating: 0, count: width)
        for row in centred {
          let along = Self.dot(row, axis)
          for d in 0..<width { next[d] += along * row[d] }
        }
        for earlier in axes {
          let along = Self.dot(next, earlier)
          for d in 0..<width { next[d] -= along * earlier[d] }
        }
        next = Self.normalized(next)
        let isSettled = zip(next, axis).allSatisfy { abs($0 - $1) < 1e-12 }
        axis = next
        if isSettled { break }
      }
      axes.append(axis)
    }
    self.mean = mean
    self.axes = axes
  }

  /// The points in the plane of both axes, `[point, 2]`, one after the other.
  package func coordinates(of rows: [[Float]]) -> [Float] {
    rows.flatMap { row in
      axes.map { axis in
        var sum = 0.0
        for d in axis.indices { sum += (Double(row[d]) - mean[d]) * axis[d] }
        return Float(sum)
      }
    }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  private static func normalized(_ a: [Double]) -> [Double] {
    let length = dot(a, a).squareRoot()
    return length > 0 ? a.map { $0 / length } : a
  }
}
