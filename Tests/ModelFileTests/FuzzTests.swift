import Files
import Foundation
import ModelFile
import Numerics
import Testing

/// Sound files with random damage: whatever comes of it, it is a value or an error, never a crash.
@Suite("Damaged files")
struct FuzzTests {
  private func damaged(_ bytes: [UInt8], _ generator: inout RandomGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...generator.below(4) {
      guard !bytes.isEmpty else { return bytes }
      let place = generator.below(bytes.count)
      switch generator.below(7) {
      case 0: bytes[place] ^= 1 << UInt8(generator.below(8))
      case 1: bytes[place] = UInt8(generator.below(256))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + generator.below(9)))
      case 3: bytes.removeLast(generator.below(bytes.count))
      case 4:
        let other = generator.below(bytes.count)
        bytes.insert(
          contentsOf: Array(
            bytes[min(place, other)..<min(max(place, other), min(place, other) + 40)]),
          at: place)
      case 5:
        let numbers = [
          "-1", "9223372036854775807", "18446744073709551616", "1e400", "0.5", "4294967296",
        ]
        bytes.insert(contentsOf: Array(numbers[generator.below(numbers.count)].utf8), at: place)
      default:
        let pieces = ["{", "}", "[", "]", "\"", ",", ":", "\\u", "\\", "null", "\u{0}"]
        bytes.insert(contentsOf: Array(pieces[generator.below(pieces.count)].utf8), at: place)
      }
    }
    return bytes
  }

  @Test("JSON survives 20,000 kinds of damage, and what is still sound comes back")
  func json() throws {
    let sound = Array(
      #"{"a":[1,-2.5e-3,true,null,"x\n港\u00e9\ud83d\udc1f"],"b":{"c":{},"d":[[],[0]]},"e":1e5}"#
        .utf8)
    var generator = RandomGenerator(seed: 1)
    var survivors = 0
    for _ in 0..<20_000 {
      let bytes = damaged(sound, &generator)
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      survivors += 1
      #expect(try JSONValue(parsing: value.bytes(sortedNames: false)) == value)
    }
    #expect(survivors > 100 && survivors < 19_900)
  }

  @Test("safetensors survive 4,000 kinds of damage, and what is still sound can be read")
  func safetensors() throws {
    let folder = TemporaryFolder()
    let values: [Float] = (0..<12).map { Float($0) }
    var writer = SafetensorsWriter()
    try values.withUnsafeBufferPointer { values in
      writer.add("wte.weight", shape: [3, 4], values)
      writer.add("b", shape: [12], values)
      writer.add("c", .float16, shape: [2, 12], bytes: UnsafeRawBufferPointer(values))
      try writer.write(to: folder.file("sound"))
    }
    let sound = try folder.bytes("sound")
    var generator = RandomGenerator(seed: 2)
    var survivors = 0
    for _ in 0..<4_000 {
      try folder.write(damaged(sound, &generator), "damaged")
      do throws(FileError) {
        let file = try SafetensorsFile(reading: folder.file("damaged"))
        survivors += 1
        for tensor in file.tensors where tensor.type.isDecodable {
          #expect(try file.floats(of: tensor).count == tensor.shape.reduce(1, *))
        }
        _ = try FileAnatomy(of: file)
      } catch {
        #expect(!error.description.contains("\n"))
      }
    }
    #expect(survivors > 20 && survivors < 3_900)
  }

  @Test("checkpoints survive 2,000 kinds of damage")
  func checkpoint() throws {
    let folder = TemporaryFolder()
    try Checkpoint(
      floats: ["parameters": [1, 2, 3], "reports": []], words: ["counters": [1, 2, 3]],
      texts: ["run": "steps 3"]
    ).write(to: folder.file("sound"))
    let sound = try folder.bytes("sound")
    var generator = RandomGenerator(seed: 4)
    for _ in 0..<2_000 {
      try folder.write(damaged(sound, &generator), "damaged")
      do throws(FileError) {
        _ = try Checkpoint(reading: folder.file("damaged"))
      } catch {
        #expect(!error.description.contains("\n"))
      }
    }
  }

  @Test("the older tokenizer files and an index of parts survive 300 kinds of damage each")
  func olderForms() throws {
    let folder = TemporaryFolder()
    let model = try ModelFixture.make()
    try model.save(folder: folder.path, card: "# card\n")
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    try folder.write(json["model"]!["vocab"]!.bytes(), "vocab.json")
    let merges = json["model"]!["merges"]!.array!.map { $0.string! }
    try folder.write("#version: 0.2\n" + merges.joined(separator: "\n") + "\n", "merges.txt")
    try folder.remove("tokenizer.json")
    try FileManager.default.moveItem(
      atPath: folder.file("model.safetensors"), toPath: folder.file("part.safetensors"))
    let members = model.parameters.tensors.map {
      JSONValue.Member($0.name, .string("part.safetensors"))
    }
    let index: JSONValue = ["weight_map": .object(members)]
    try folder.write(index.bytes(), "model.safetensors.index.json")
    _ = try TrainedModel.load(folder: folder.path)
    var generator = RandomGenerator(seed: 5)
    for name in ["vocab.json", "merges.txt", "model.safetensors.index.json"] {
      let sound = try folder.bytes(name)
      for _ in 0..<300 {
        try folder.write(damaged(sound, &generator), name)
        do throws(FileError) {
          _ = try TrainedModel.load(folder: folder.path)
        } catch {
          #expect(!error.description.contains("\n"))
        }
      }
      try folder.write(sound, name)
    }
    _ = try TrainedModel.load(folder: folder.path)
  }

  @Test("tokenizer and configuration survive 1,500 kinds of damage each")
  func folder() throws {
    let folder = TemporaryFolder()
    let model = try ModelFixture.make()
    try model.save(folder: folder.path, card: "# card\n")
    var generator = RandomGenerator(seed: 3)
    for name in ["tokenizer.json", "config.json", "generation_config.json"] {
      let sound = try folder.bytes(name)
      // Most of a tokenizer is its vocabulary: damage its structure as often.
      let head = Array(sound.prefix(1200))
      for round in 0..<(name == "tokenizer.json" ? 300 : 1_500) {
        let bytes =
          round % 2 == 0
          ? damaged(sound, &generator) : damaged(head, &generator) + sound.dropFirst(1200)
        try folder.write(bytes, name)
        do throws(FileError) {
          _ = try TrainedModel.load(folder: folder.path)
        } catch {
          #expect(!error.description.contains("\n"))
        }
      }
      try folder.write(sound, name)
    }
    _ = try TrainedModel.load(folder: folder.path)
  }
}
