import Names
import Testing

/// By which a mistyped name is told the nearest one.
@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("same", "same", 0), ("kitten", "sitting", 3),
    ("form", "from", 2), ("flaw", "lawn", 2), ("海", "湖", 2),
  ])
  func theFewestChangesAreCounted(first: String, second: String, count: Int) {
    #expect(EditDistance.between(first, second) == count)
    #expect(EditDistance.between(second, first) == count)
  }
}
