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
    let result = try Program.run([
      "build", "--preset", "tiny", "--steps", "2", "--data", folder.path + "/data", "--out",
      folder.path + "/Out",
    ])
    try #require(result.exitCode == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n")
    #expect(result.output.contains("from 36 documents"), "\(result.output)")
    for name in ["broken.jsonl", "picture.png"] {
      #expect(lines.contains { $0.contains("not read") && $0.contains(name) }, "\(result.output)")
    }
    #expect(lines.first?.contains("36 documents") == true)
    #expect(lines.first?.hasSuffix("2 files not read in full") == true, "\(result.output)")
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
      "build", "--preset", "tiny", "--steps", "2", "--data", folder.path + "/data", "--out",
      folder.path + "/Out",
    ])
    try #require(result.exitCode == 0, "\(result.error)")
    #expect(result.output.contains("dropped     10 documents: "), "\(result.output)")
  }

  @Test func theTownHasNothingToSay() throws {
    let output = try TinyBuild.two.get().result.output
    #expect(!output.contains("Left out") && !output.contains("Warning"), "\(output)")
  }
}
