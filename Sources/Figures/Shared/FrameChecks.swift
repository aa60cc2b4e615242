import Charts
import Foundation

/// What differs between two frames of a film, and the number that shows it.
enum FrameChecks {
  /// The cell whose value differs most between two matrices of one shape; masked cells do not count.
  static func mostChanged(_ before: [[Float]], _ after: [[Float]]) -> HeatMap.Cell? {
    var (most, found): (Float, HeatMap.Cell?) = (0, nil)
    for (row, (old, new)) in zip(before, after).enumerated() {
      for (column, (old, new)) in zip(old, new).enumerated() where (new - old).magnitude > most {
        (most, found) = ((new - old).magnitude, HeatMap.Cell(row, column))
      }
    }
    return found
  }

  /// The cell whose value is farthest from zero.
  static func greatest(_ rows: [[Float]]) -> HeatMap.Cell? {
    mostChanged(rows.map { $0.map { _ in 0 } }, rows)
  }

  /// `4.250 − 3.125 = 1.125`: of two losses as they are written, so that the difference comes out.
  static func difference(_ one: Double, _ other: Double) -> String {
    let (one, other) = (written(one, places: 3), written(other, places: 3))
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    return "\(number(one)) − \(number(other)) = \(number(written(one - other, places: 3)))"
  }

  /// Scores from the greatest to the least, with the signs between them.
  static func order(_ scores: [Double]) -> String {
    let sorted = scores.sorted(by: >)
    return sorted.indices.map { index in
      let sign = index == 0 ? "" : sorted[index] == sorted[index - 1] ? " = " : " > "
      return sign + Numbers.significant(sorted[index])
    }.joined()
  }

  /// A value as it is written with some places, so that what a calculator makes of it is what stands there.
  static func written(_ value: Double, places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (value * scale).rounded() / scale
  }

  /// The same with some digits, wherever they begin.
  static func written(_ value: Double, digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    return written(value, places: digits - 1 - Int(floor(log10(value.magnitude))))
  }
}
