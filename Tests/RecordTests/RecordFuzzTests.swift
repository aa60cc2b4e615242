import Files
import Foundation
import Names
import SampleRuns
import Testing

@testable import Record

/// A recording that somebody has changed by hand, or a disk has damaged: its values and the lengths of its
/// lists are anything at all, and reading and checking it ends in words.
@Suite struct RecordFuzzTests {
  /// Of each share; two thousand in all, which run beside each other.
  private static let changes = 500

  @Test(arguments: [0, 1, 2, 3])
  func noValueAndNoLengthTraps(share: Int) throws {
    let whole = SampleRun.make()
    let path = NSTemporaryDirectory() + "nakami-fuzz-\(UUID().uuidString)"
    try RunStore.write(whole, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = RunStore.Folder(path: path)
    let parts = try Run.parts.filter { folder.has($0.name) }.map { part in
      (
        part,
        try JSONValue(
          parsing: Array(Data(contentsOf: URL(fileURLWithPath: folder.file(part.name)))))
      )
    }
    var dice = Dice(state: UInt64(share) &* 7919 &+ 17)
    var (refused, contradicted, unnoticed) = (0, 0, 0)
    for _ in 0..<Self.changes {
      let (part, value) = parts[dice.below(parts.count)]
      let changed = Self.changed(value, &dice)
      try Data(changed.bytes()).write(to: URL(fileURLWithPath: folder.file(part.name)))
      var run = whole
      do {
        try part.load(folder, &run)
        let report = EquationReport(run)
        for language in Language.allCases {
          for entry in report.violated { _ = entry.violation(language) }
        }
        if report.violated.isEmpty { unnoticed += 1 } else { contradicted += 1 }
      } catch {
        #expect(error.kind == .damaged)
        refused += 1
      }
      try Data(value.bytes()).write(to: URL(fileURLWithPath: folder.file(part.name)))
    }
    // Most of what is changed says something that something else says too.
    #expect(
      refused > 0 && contradicted > Self.changes / 5, "\(refused), \(contradicted), \(unnoticed)")
  }

  /// Numbers that a small generator throws, the same in every run.
  private struct Dice {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
  }

  /// The value with one thing in it changed: a member or an item at each level until the dice stop.
  private static func changed(_ value: JSONValue, _ dice: inout Dice) -> JSONValue {
    switch value {
    case .object(var members) where !members.isEmpty:
      let index = dice.below(members.count)
      members[index].value = changed(members[index].value, &dice)
      return .object(members)
    case .array(var items) where !items.isEmpty && dice.below(4) > 0:
      let index = dice.below(items.count)
      items[index] = changed(items[index], &dice)
      return .array(items)
    case .array(let items): return .array(resized(items, dice.below(5)))
    case .integer(let number):
      let others = [0, -1, 1, number &+ 1, 1_000_000, 1 << 31, 1 << 62, -(1 << 62), number &* 2]
      return .integer(others[dice.below(others.count)])
    case .number(let number):
      let others = [0, -1.5, 1e300, -1e300, 1e-300, number * 1000, 2]
      return .number(others[dice.below(others.count)])
    case .bool(let flag): return .bool(!flag)
    case .string:
      return .string(["", String(repeating: "x", count: 1000), "\0", "é\u{202E}"][dice.below(4)])
    case .null: return .integer(7)
    case .object: return .null
    }
  }

  private static func resized(_ items: [JSONValue], _ way: Int) -> [JSONValue] {
    switch way {
    case 0: []
    case 1: Array(items.dropLast())
    case 2: items + items.suffix(1)
    case 3: Array(items.reversed())
    default: items + items
    }
  }
}
