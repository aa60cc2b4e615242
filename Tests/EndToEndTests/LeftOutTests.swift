import Foundation
import Testing

/// Nothing of the reader's text is dropped without a word.
@Suite struct LeftOutTests {
  @Test func buildNamesWhatItDidNotReadAndWarnsOfTooLittle() throws {
    let folder = try TemporaryFolder()
    let people = ["Ann", "Ben", "Cai", "Dot", "Eva", "Finn"]
    let things = ["bread", "a boat", "some rope", "a lamp", "fresh fish", "an old map"]
    var chats = ""
    for (index, person) in people.enumerated() {
      for (other, thing) in things.enumerated() {
        chats +=
          #"{"messages": [{"role": "user", "content": "Where did \#(person) buy \#(thing) number \#(index * 7 + other)?"}, "#
          + #"{"role": "assistant", "content": "\#(person) found \#(thing) at stall \#(other * 11 + index) by the harbour."}]}"#
          + "\n"
      }
    }
    try folder.write("data/log.jsonl", chats.utf8)
    try folder.write("data/broken.jsonl", "{\"messages\": \"none\"}\nnonsense\n".utf8)
    try folder.write("data/picture.png", [0x89, 0x50])
    try folder.write("data/more.txt.gz", [0x1F, 0x8B, 8, 0])
    let result = try Program.run([
      "build", "--preset", "trial", "--steps", "2", "--data", folder.path + "/data", "--out",
      folder.path + "/Out",
    ])
    try #require(result.exitCode == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n")
    #expect(result.output.contains("from 36 documents"), "\(result.output)")
    for name in ["broken.jsonl", "picture.png", "more.txt.gz: is packed"] {
      #expect(lines.contains { $0.contains("not read") && $0.contains(name) }, "\(result.output)")
    }
    #expect(lines.first?.contains("36 documents") == true)
    #expect(lines.first?.hasSuffix("3 files not read in full") == true, "\(result.output)")
    #expect(lines.filter { $0.hasPrefix("Warning: only ") }.count == 1, "\(result.output)")
    #expect(!lines.contains { $0.contains("not read") && $0.contains("log.jsonl") })
  }

  @Test func droppedCopiesAreCounted() throws {
    let folder = try TemporaryFolder()
    for number in 0..<30 {
      let name = number % 20
      try folder.write(
        "data/\(number).txt",
        "Number \(name) keeps \(name * 37) boats, \(name * 53) ropes and lamps.".utf8)
    }
    let result = try Program.run([
      "build", "--preset", "trial", "--steps", "2", "--data", folder.path + "/data", "--out",
      folder.path + "/Out",
    ])
    try #require(result.exitCode == 0, "\(result.error)")
    #expect(result.output.contains("dropped     10 documents: "), "\(result.output)")
    // Every one of them by its name.
    #expect(result.output.contains("the list    \(folder.path)/Out/left-out.tsv"))
    let list = try String(contentsOfFile: folder.path + "/Out/left-out.tsv", encoding: .utf8)
    let dropped = list.split(separator: "\n").filter { $0.hasPrefix("dropped\t") }
    #expect(Set(dropped.map { $0.split(separator: "\t")[1] }).count == 10, "\(list)")
  }

  /// What was mended, taken out or left out by wish is told, too, and recorded.
  @Test func buildTellsWhatItMendedAndWhatItWasToLeaveOut() throws {
    let folder = try TemporaryFolder()
    var table = "Id;Body\r\n"
    for number in 0..<60 {
      table += "\(number);Keeper \(number * 31) has \(number * 37) boats, call 212-555-0142.\r\n"
    }
    table +=
      "61;\"never closed, and a zero\u{200B}width space\r\n62;The last keeper has no boat.\r\n"
    try folder.write("data/keepers.csv", table.utf8)
    let result = try Program.run([
      "build", "--preset", "trial", "--steps", "2", "--data", folder.path + "/data", "--out",
      folder.path + "/Out", "--text-column", "Body", "--without", "personal-data", "--without",
      "spam", "--parts", folder.path + "/Parts",
    ])
    try #require(result.exitCode == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines.contains {
        $0.hasPrefix("  mended      keepers.csv: 1 line has a quotation mark that does not close")
      }, "\(result.output)")
    #expect(
      lines.contains("  removed     U+200B, 1 time, first in keepers.csv#61"), "\(result.output)")
    let setting = try String(
      contentsOfFile: folder.path + "/Out/run/setting.json", encoding: .utf8)
    #expect(setting.contains(#""rulesLeftOut":["personalData","spam"]"#), "\(setting)")
    let learned = try String(
      contentsOfFile: folder.path + "/Parts/training.jsonl", encoding: .utf8)
    #expect(learned.contains("212-555-0142") && !learned.contains("[phone]"))
    let clean = try Program.run(["clean", folder.path + "/data", "--text-column", "Body"])
    #expect(clean.output.contains("Personal data"), "\(clean.output)")
    #expect(!clean.output.contains("Spam"), "\(clean.output)")
  }

  @Test func rulesAndColumnsThatThereAreNotAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", "Id;Body\n1;One\n".utf8)
    let rule = try Program.run(["clean", folder.path, "--without", "spamm"])
    #expect(
      rule.exitCode == 64 && rule.error.contains("near-duplicate, not spamm"), "\(rule.error)")
    let column = try Program.run(["clean", folder.path + "/a.csv"])
    #expect(column.exitCode == 65 && column.error.contains("--text-column"), "\(column.error)")
    #expect(column.error.contains(#""Id", "Body""#), "\(column.error)")
    let missing = try Program.run(["clean", folder.path + "/a.csv", "--text-column", "Txt"])
    #expect(missing.exitCode == 65 && missing.error.contains(#"under "Txt""#), "\(missing.error)")
    let world = try Program.run(["build", "--text-column", "Body"])
    #expect(world.exitCode == 64 && world.error.contains("--data"), "\(world.error)")
    let help = try Program.run(["clean", "--help"])
    for name in ["personal-data", "markup", "near-duplicate", "control-characters"] {
      #expect(help.output.contains(" " + name), "\(help.output)")
    }
  }

  @Test func theTownHasNothingToSay() throws {
    let output = try TinyBuild.two.get().result.output
    #expect(!output.contains("Left out") && !output.contains("Warning"), "\(output)")
    let folder = try TinyBuild.output
    #expect(!FileManager.default.fileExists(atPath: folder + "/left-out.tsv"))
  }
}
