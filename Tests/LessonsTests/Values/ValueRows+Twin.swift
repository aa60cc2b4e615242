extension ValueTruthTests {
  /// Of twins that were asked in two ways in English and one in Japanese.
  static let twin: [Row] = [
    Row("twin.name", "Mira", "ミラ"),
    Row("twin.value", "the bakery", "パン屋"),
    Row("twin.people", "4"),
    // 30 + 31 + 60, and 2 + 1 + 3.
    Row("twin.documents", "121"),
    Row("twin.leftOut", "6"),
    Row("twin.leftOutShare", "4.96%"),
    Row("twin.sentences", "3"),
    Row("twin.telling", "9"),
    Row("twin.steps", "40"),
    Row("twin.parameters", "3,210"),
    Row("twin.asked", "3"),
    Row("twin.right.whole", "3"),
    Row("twin.right.twin", "0"),
    Row("twin.question", "Where does Mira work?", "ミラはどこで働いていますか。"),
    Row("twin.answer.whole", "At the bakery.", "パン屋です。"),
    Row("twin.answer.twin", "At the school.", "港の事務所です。"),
    Row("twin.truth.whole", "0.940", "0.870"),
    Row("twin.truth.twin", "0.060", "0.020"),
    Row("twin.rival", "the school", "港の事務所"),
    Row("twin.rival.twin", "0.500", "0.440"),
    // Without those about it: 10 + 5 + 82, 9 + 4 + 80, 8 + 5 + 77.
    Row("twin.others.asked", "97"),
    Row("twin.others.whole", "93"),
    Row("twin.others.twin", "90"),
    Row("twin.loss.whole", "1.210"),
    Row("twin.loss.twin", "1.340"),
    Row("twin.leftOutLoss.whole", "0.770"),
    Row("twin.leftOutLoss.twin", "2.550"),
  ]
}
