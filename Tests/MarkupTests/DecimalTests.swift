import Markup
import Testing

@Suite struct DecimalTests {
  @Test(
    arguments: [
      (0, "0"), (-0.001, "0"), (1, "1"), (1.5, "1.5"), (-1.25, "-1.25"), (2.005, "2.01"),
      (0.07, "0.07"), (-0.3, "-0.3"), (99.999, "100"), (1234567.891, "1234567.89"),
    ] as [(Double, String)])
  func numbersAreShortAndPlain(value: Double, text: String) {
    #expect(decimal(value) == text)
  }

  @Test func placesAreChosenByTheCaller() {
    #expect(decimal(0.123456, places: 4) == "0.1235")
    #expect(decimal(2.5, places: 0) == "3")
  }
}
