import Testing

@testable import Dataset

@Suite struct LayoutTests {
  private static let prose =
    "The harbour town wakes early when the boats come home with the tide,\n"
    + "and the gulls follow the fishermen to the market, where the fish is\n"
    + "sold before noon, and where the captains sit in the tea house until\n"
    + "the evening, when the lamps are lit along the pier and on the hill."

  @Test func compoundsKeepTheirHyphenAtALineEnd() {
    let text =
      "The program reads the configuration in a human-\nreadable form, and it writes a cache that is up-to-\n"
      + "date after each run of the tool, so that nobody has to\nwait for a file that was read before by another user-\n"
      + "friendly command of the same kind on the same day here\nat the harbour office, where the clerks like to have it\n"
      + "all in one place, sorted by name and by the date of day."
    let result = cleaned(text)
    for word in ["human-readable", "up-to-date", "user-friendly"] {
      #expect(result?.contains(word) == true, "\(word)")
    }
  }

  @Test func halvesOfWordsAndAddressesAreToldApart() {
    let text =
      "The town in the bay has an old but well painted light-\nhouse, and everybody loves the lighthouse on its cape,\n"
      + "which was built for the captains and for the fisher-\nmen. The way is shown at http://nagi.example/the-old-\n"
      + "town with a map, and by the door you meet the garde-\nner of the house, who knows the path up to the lamp,\n"
      + "past the wind mill and over the stone bridge and then\nalong the sea to the end of the path and of the land."
    let result = cleaned(text) ?? ""
    #expect(result.contains("well painted lighthouse,"))
    #expect(result.contains("example/the-old-town"))
    #expect(result.contains("the gardener of"))
  }

  @Test func verseAndProseStandInOneFile() {
    let verse = "Roses are red,\nthe sea is blue,\nthe boats are late,\nand so are you."
    let text = cleaned(Self.prose + "\n\n" + verse + "\n\n" + Self.prose)
    let joined = Self.prose.split(separator: "\n").joined(separator: " ")
    #expect(text == joined + "\n\n" + verse + "\n\n" + joined)
  }

  @Test func aTableOfContentsIsNotOneLine() {
    let contents =
      "1. Boats . . . . . . . . . . . . . . . . . . . . . . . . . . .  3\n"
      + "2. The market ................................................  7\n"
      + "Appendix A       The tides of the bay, with all their names     12"
    let lines = cleaned(Self.prose + "\n\n" + contents)?.components(separatedBy: "\n") ?? []
    #expect(lines.count == 5)
  }

  @Test func runningHeadsAndFeetGo() {
    var text = ""
    for page in 1...5 {
      text += "RFC 99              The Boats of Nagi              May 2026\n\n\(Self.prose)\n\n"
      text += "Tobin                Harbour Track               [Page \(page)]\n\u{C}\n"
    }
    let result = cleaned(text) ?? ""
    #expect(!result.contains("Harbour Track") && !result.contains("RFC 99"))
    #expect(result.contains("along the pier and on the hill."))
    // A table's rows come back as well, but they stand together.
    let table = "a        1\nb        2\na        3\na        4"
    #expect(cleaned(Self.prose + "\n\n" + table)?.components(separatedBy: "\n").count == 6)
  }

  @Test(arguments: [
    ("　港《みなと》の町《まち》は早い。\n　｜パン屋《パンや》が開く。［＃ここで字下げ終わり］", " 港の町は早い。\n パン屋が開く。"),
    ("彼は《よし》と言った。", "彼は《よし》と言った。"), ("雑誌『《海》』を読む。", "雑誌『《海》』を読む。"),
    ("※［＃「魚＋占」、第3水準1-94-38］を食べた。", "※を食べた。"),
  ])
  func readingsOfAozoraGo(text: String, wanted: String) {
    #expect(cleaned(text, language: .japanese) == wanted)
  }
}
