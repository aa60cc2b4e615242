import Names
import Numerics
import RawData
import Testing

@testable import Dataset

@Suite("Forms of personal data")
struct PersonalFormsTests {
  private static let judged = PersonalForms.judged()

  /// Lines that no rule here gets right: words for digits and signs.
  private static let missed = [
    "電話は〇三の五五五〇の一四二七です。", "mira at nagi dot example",
    "Call five five five, oh one four two.",
  ]

  @Test("the table has forms of five countries and of programs, right and wrong")
  func table() {
    #expect(Self.judged.count >= 200)
    for origin in FormOrigin.allCases {
      let lines = Self.judged.filter { $0.origin == origin }
      #expect(lines.count >= 25 && lines.contains(where: \.isPersonal), "\(origin)")
      #expect(lines.contains { !$0.isPersonal }, "\(origin)")
    }
    #expect(Set(Self.judged.map { "\($0.origin) \($0.text)" }).count == Self.judged.count)
  }

  @Test("each form is masked or left as it should be", arguments: judged.indices)
  func forms(index: Int) {
    let form = Self.judged[index]
    #expect(form.isRight != Self.missed.contains(form.text), "\(form.text) → \(form.result)")
  }

  @Test("precision and recall on the table")
  func precisionAndRecall() {
    let found = Self.judged.count { $0.isPersonal && $0.isRight }
    let missed = Self.judged.count { $0.isPersonal && !$0.isRight }
    let wrong = Self.judged.count { !$0.isPersonal && !$0.isRight }
    #expect(Double(found) / Double(found + wrong) == 1)
    #expect(Double(found) / Double(found + missed) > 0.97 && missed == Self.missed.count)
  }

  @Test(
    "what stands beside a number says what it is",
    arguments: [
      ("Tel: 03-5550-1427", 1), ("出版 03-5550-1427", 1), ("版 03-5550-1427", 1),
      ("円 03-5550-1427", 1),
      ("¥03-5550-1427", 0), ("€ 212-555-0142", 0), ("212-555-0142 €", 1), ("212-555-0142円", 0),
      ("p: 120-1350", 1), ("p. 120-1350", 0), ("Step: 120-1350", 0), ("item 212-555-0142", 0),
      ("12:03-5550-1427", 0), ("+81", 0), ("+81 3", 0), ("1 020 7946 0018", 0),
      ("Tel 1 020 7946 0018", 0),
      ("03-5550-1427-3", 0), ("03-5550-14270", 0), ("(03)", 0), ("0120-555-142/143", 1),
      ("Tel: 020 7946 0018 3 rooms", 1),
    ] as [(String, Int)])
  func neighbours(text: String, count: Int) {
    #expect(PersonalData.masked(text).kinds.count == count, "\(PersonalData.masked(text).text)")
  }
}
