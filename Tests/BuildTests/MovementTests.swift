import Testing
import Transformer

@testable import Build

@Suite struct MovementTests {
  /// What fell moved as far as what rose.
  @Test func aChangeCountsByItsSize() throws {
    let configuration = Configuration(
      layerCount: 1, headCount: 1, width: 4, contextLength: 3, vocabularySize: 5)
    let (start, end) = (
      Parameters(configuration: configuration), Parameters(configuration: configuration)
    )
    end.tensor("h.0.mlp.c_fc.weight")[2 * 16 + 7] = -0.5
    end.tensor("h.0.mlp.c_fc.weight")[3] = 0.25
    let movement = Movement(from: start, to: end)
    #expect(movement.farthest.tensor.name == "h.0.mlp.c_fc.weight")
    #expect(movement.farthest.row == 2 && movement.farthest.column == 7)
    #expect(movement.parts.map(\.largest).max() == 0.5)
    // Both in the two largest sizes of change, the rest did not move.
    let moved = movement.sizes.suffix(1).reduce(0) { $0 + $1.count }
    #expect(moved == 2 && movement.sizes[0].count == start.values.count - 2)
  }
}
