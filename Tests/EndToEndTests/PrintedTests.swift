import Files
import Foundation
import ModelFile
import Testing

/// What commands print of a file or a text, beside what stands in it.
@Suite struct PrintedTests {
  @Test func inspectNamesEveryByteRange() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/small.safetensors"
    let (first, second): ([Float], [Float]) = ([1, -2], [0.5, 0.25, 10])
    try first.withUnsafeBufferPointer { first in
      try second.withUnsafeBufferPointer { second in
        var writer = SafetensorsWriter()
        writer.add("first", shape: [2], first)
        writer.add("second", shape: [1, 3], second)
        try writer.write(to: path)
      }
    }
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let result = try Program.run(["inspect", path])
    #expect(result.exitCode == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "small.safetensors: \(bytes.count) bytes")
    let hex = bytes[..<8].map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }
    let header = bytes.count - 8 - 5 * 4
    let length = "header length \(header), lowest byte first: " + hex.joined(separator: " ")
    #expect(lines.contains { $0.hasPrefix("bytes 0-7 ") && $0.hasSuffix(length) }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("bytes 8-\(7 + header) ") })
    let start = 8 + header
    #expect(lines.contains { $0.hasPrefix("bytes \(start)-\(bytes.count - 1) ") })
    // Where one ends, the next begins; each number takes four bytes.
    for (name, shape, offset, count, first) in [
      ("first", "2", 0, 2, "00 00 80 3F"), ("second", "1 × 3", 8, 3, "00 00 00 3F"),
    ] {
      let place = try #require(lines.firstIndex { $0.hasPrefix(name + "  ") })
      let range = "bytes \(start + offset)-\(start + offset + 4 * count - 1)"
      #expect(lines[place] == "\(name)  F32  [\(shape)]  \(range)")
      #expect(lines[place + 1].contains("begins " + first), "\(lines[place + 1])")
    }
    #expect(result.output.contains("the first number is 1.0"))
    #expect(result.output.contains("-2.0000 … 1.0000, mean -0.5000, deviation 1.5000"))
  }

  @Test func logitsListTheLikeliestTokensFirst() throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
    let arguments = ["logits", "--text", "the sea", "--model", folder.path + "/model"]
    let json = try Program.run(arguments + ["--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let logits = try #require(object["logits"] as? [Double])
    #expect(object["ids"] as? [Int] == "the sea".utf8.map(Int.init) && logits.count == 256)
    let lines = try Program.run(arguments).output.split(separator: "\n")
    #expect(lines.first == "ids     116 104 101 32 115 101 97")
    let rows = lines.dropFirst().map { $0.split(separator: " ") }
    let best = logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }.prefix(10)
    #expect(rows.map { Int($0[0]) } == best.map { $0 }, "\(lines)")
    for (row, id) in zip(rows, best) {
      #expect(abs((Double(row[1]) ?? .nan) - logits[id]) < 1e-4)
    }
  }

  @Test func cleanCountsWhatCameAndWhatIsLeft() throws {
    let folder = try TemporaryFolder()
    let wide = "Ｔhe boat ｌies at “home”. It is quiet here today and nobody comes."
    let lamp = "Ｏne lamp burns on the hill, and two gulls sleep."
    for (name, text) in [("a", wide), ("b", wide), ("c", lamp)] {
      try folder.write("data/\(name).txt", text.utf8)
    }
    let result = try Program.run(["clean", folder.path + "/data"])
    #expect(result.exitCode == 0, "\(result.error)")
    let bytes = 2 * wide.utf8.count + lamp.utf8.count
    let kept = try Program.run(["clean", folder.path + "/data", "--json"]).output
      .split(separator: "\n").map { line in
        try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
    #expect(kept.map { $0["id"] as? String } == ["a.txt", "c.txt"])
    let left = kept.reduce(0) { sum, document in
      sum + ((document["fields"] as? [String: String])?["text"]?.utf8.count ?? 0)
    }
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.first == "3 documents of \(bytes) bytes collected, 2 of \(left) bytes left",
      "\(result.output)")
    // Three wide letters in two texts and the same two once more in the copy.
    #expect(lines.contains { $0.hasSuffix("  5 edits in 3 documents") }, "\(result.output)")
    #expect(lines.contains { $0.hasSuffix("  4 edits in 2 documents") }, "\(result.output)")
    #expect(lines.contains { $0.hasSuffix("  1 document dropped") })
    #expect(lines.contains { $0.contains("b.txt  ") && $0.hasSuffix("1.00 like a.txt") })
  }

  @Test func everyMergeAndEveryStepCanBeFollowed() throws {
    let folder = try TemporaryFolder()
    let text = "the sea sings the sea sings the boat sings"
    try folder.write("play.txt", text.utf8)
    let learned = try Program.run(
      [
        "tokenizer", "learn", "--data", "play.txt", "--vocabulary", "270", "--out", "t.json",
        "--json",
      ], in: folder.path)
    let merges = try #require(
      try JSONSerialization.jsonObject(with: Data(learned.output.utf8)) as? [[String: Int]])
    #expect(merges.map { $0["id"] } == Array(263..<270))
    var length = text.utf8.count
    for merge in merges {
      #expect(merge["length_before"] == length)
      let (before, after) = (
        try #require(merge["length_before"]), try #require(merge["length_after"])
      )
      #expect(before - after == merge["count"] && after < before)
      length = after
    }
    let steps = try Program.run(
      ["tokenizer", "encode", "--tokenizer", "t.json", "--steps"], input: "the sea",
      in: folder.path)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(steps.output.utf8)) as? [[String: Any]])
    var ids = try #require(rows.first?["ids"] as? [Int])
    #expect(ids.count == 7 && rows.first?["position"] is NSNull && rows.count > 2)
    for row in rows.dropFirst() {
      let (next, place) = (
        try #require(row["ids"] as? [Int]), try #require(row["position"] as? Int)
      )
      let merge = merges.first { $0["id"] == next[place] }
      #expect(merge?["left"] == ids[place] && merge?["right"] == ids[place + 1])
      ids.replaceSubrange(place...place + 1, with: [next[place]])
      #expect(ids == next)
    }
    let whole = try Program.run(
      ["tokenizer", "encode", "--tokenizer", "t.json"], input: "the sea", in: folder.path)
    #expect(try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [Int] == ids)
  }
}
