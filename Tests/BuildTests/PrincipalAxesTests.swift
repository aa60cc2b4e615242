import Numerics
import Testing

@testable import Build

@Suite struct PrincipalAxesTests {
  /// Points far from 0, spread along one direction, less along another and hardly along a third.
  private let points: [[Float]] = [(4, 1), (-4, 1), (2, -2), (-2, -2), (3, 0.5), (-3, 0.5), (0, 1)]
    .map { (along: Float, across: Float) in
      [7 + 0.6 * along - 0.8 * across, -5 + 0.8 * along + 0.6 * across, 11]
    }

  @Test func pointsAreSeenFromTheirMean() {
    let shown = PrincipalAxes(rows: points).project(points)
    #expect(shown.shape == [7, 2])
    for axis in 0..<2 {
      let mean = points.indices.reduce(0) { $0 + shown.values[2 * $1 + axis] } / 7
      #expect(abs(mean) < 1e-4, "axis \(axis): \(mean)")
    }
  }

  @Test func theFirstAxisIsThatOfTheLargestSpread() {
    let shown = PrincipalAxes(rows: points).project(points).values
    // Which end of an axis points right is nobody's business.
    let along = [4, -4, 2, -2, 3, -3, 0] as [Float]
    let sign: Float = shown[0] > 0 ? 1 : -1
    for (place, value) in along.enumerated() {
      #expect(abs(sign * shown[2 * place] - value) < 1e-3)
    }
    let across = [1, 1, -2, -2, 0.5, 0.5, 1] as [Float]
    let other: Float = shown[1] > 0 ? 1 : -1
    for (place, value) in across.enumerated() {
      #expect(abs(other * shown[2 * place + 1] - value) < 1e-3)
    }
  }

  @Test func otherPointsAreSeenFromTheSamePlace() {
    let axes = PrincipalAxes(rows: points)
    let moved = points.map { [$0[0] + 3 * 0.6, $0[1] + 3 * 0.8, $0[2] + 9] }
    let (before, after) = (axes.project(points).values, axes.project(moved).values)
    let sign: Float = before[0] > 0 ? 1 : -1
    for place in points.indices {
      #expect(abs(sign * (after[2 * place] - before[2 * place]) - 3) < 1e-3)
      #expect(abs(after[2 * place + 1] - before[2 * place + 1]) < 1e-3)
    }
  }

  /// Spreads of 3, 1 and 0.99 along three directions: the last two are nearly alike.
  @Test func directionsThatSpreadNearlyAlikeAreToldApart() {
    let spreads: [Float] = [3, 1, 0.99]
    let rows = spreads.indices.flatMap { place in
      ([-1, 1] as [Float]).map { sign -> [Float] in
        var row: [Float] = [0, 0, 0]
        row[place] = sign * spreads[place]
        return row
      }
    }
    let plane = PrincipalAxes(rows: rows).project(rows)
    let shown = plane.values.map { abs($0) }
    let expected: [Float] = [3, 0, 3, 0, 0, 1, 0, 1, 0, 0, 0, 0]
    #expect(plane.shape == [6, 2])
    #expect(zip(shown, expected).allSatisfy { abs($0 - $1) < 1e-5 }, "\(shown)")
  }
}
