import Testing

@testable import Terminal

/// Keys as terminals send them, in whatever pieces they arrive.
@Suite struct KeyStreamTests {
  /// What a person types, as the bytes of each key.
  private static let typed: [(bytes: [UInt8], keys: [Key])] = [
    ("n", [Key.character("n")]), ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]),
    ("\u{1B}[1;5C", [.right]),
    ("\u{1B}[6~", [.pageDown]), ("ａ", [.character("a")]), ("\u{3000}", [.character(" ")]),
    ("あ", []), ("😀", []), ("é", []), ("\u{1B}[[A", []), ("\u{1B}[200~", []),
    ("\u{1B}]11;rgb:ffff/8000/0000\u{1B}\\", []), ("\u{1B}[?62;22c", []), ("\r", [.enter]),
    ("\u{1A}", [.suspend]), ("\u{3}", [.interrupt]), ("\u{1B}[7~", [.home]), ("\u{1B}[8~", [.end]),
  ].map { (Array($0.0.utf8), $0.1) }

  @Test func aTouchpadsArrowsAreAllRead() {
    let arrows = Array(repeating: Array("\u{1B}[B".utf8), count: 500).joined()
    var stream = KeyStream()
    #expect(stream.take(arrows) == Array(repeating: .down, count: 500) && !stream.isWaiting)
    // In reads of 64 bytes, which cut every third arrow.
    var keys: [Key] = []
    for start in stride(from: 0, to: 1500, by: 64) {
      keys += stream.take(arrows.dropFirst(start).prefix(64))
    }
    #expect(keys == Array(repeating: .down, count: 500) && !stream.isWaiting)
  }

  @Test func escapeWaitsForWhatMayFollow() {
    var stream = KeyStream()
    #expect(stream.take([0x1B]).isEmpty && stream.isWaiting)
    #expect(stream.take(Array("[B".utf8)) == [.down] && !stream.isWaiting)
    #expect(stream.take([0x1B]).isEmpty)
    #expect(stream.settle() == [.escape] && !stream.isWaiting)
    #expect(stream.settle().isEmpty)
    // Twice, or before a letter, it is itself at once.
    #expect(stream.take([0x1B, 0x1B]) == [.escape] && stream.settle() == [.escape])
    #expect(stream.take([0x1B, 0x71]) == [.escape, .character("q")])
    // Half a sequence is no Escape.
    #expect(stream.take(Array("\u{1B}[1;".utf8)).isEmpty && stream.settle().isEmpty)
    #expect(stream.take([0x6E]) == [.character("n")])
  }

  /// Wherever a key is cut, and with whatever it comes together, it is the same.
  @Test func everyCutGivesTheSameKeys() {
    let all = Self.typed.flatMap(\.bytes)
    let keys = Self.typed.flatMap(\.keys)
    for cut in 0...all.count {
      var stream = KeyStream()
      #expect(stream.take(all.prefix(cut)) + stream.take(all.dropFirst(cut)) == keys, "\(cut)")
    }
    var stream = KeyStream()
    #expect(all.flatMap { stream.take([$0]) } == keys && !stream.isWaiting)
    #expect(
      stream.hasAnswered && stream.ground.map { [$0.red, $0.green, $0.blue] } == [255, 127, 0])
  }

  @Test(
    arguments: [
      ("11;rgb:00/80/ff", [0, 128, 255]), ("11;rgb:0/8/f", [0, 136, 255]),
      ("11;rgba:ffff/ffff/ffff/ffff", [255, 255, 255]), ("11;rgb:000/fff/800", [0, 255, 127]),
      ("10;rgb:ff/ff/ff", nil), ("11;rgb:ff/ff", nil), ("11;rgb:fffff/0/0", nil), ("11;?", nil),
      ("11;rgb:gg/00/00", nil), ("", nil),
    ] as [(String, [Int]?)])
  func aGroundIsReadInAllItsForms(answer: String, color: [Int]?) {
    for end in ["\u{7}", "\u{1B}\\"] {
      var stream = KeyStream()
      #expect(stream.take(Array("\u{1B}]\(answer)\(end)n".utf8)) == [.character("n")])
      #expect(stream.ground.map { [Int($0.red), Int($0.green), Int($0.blue)] } == color)
    }
  }

  /// Any bytes at all: no trap, and nothing is kept for ever.
  @Test func noBytesAreTooStrange() {
    var state: UInt64 = 7
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
    for _ in 0..<300 {
      var stream = KeyStream()
      let common: [UInt8] = [0x1B, 0x5B, 0x5D, 0x4F, 0x3B, 0x7E, 0xEF, 0xBC, 0xE3]
      for _ in 0..<40 {
        let bytes = (0..<8).map { _ in
          let value = next()
          return value < 128 ? common[Int(value) % common.count] : next()
        }
        _ = stream.take(bytes)
      }
      _ = stream.settle()
      #expect(stream.take([0x6E]) == [.character("n")])
    }
    var endless = KeyStream()
    _ = endless.take(Array("\u{1B}]".utf8))
    for _ in 0..<100 { _ = endless.take(Array(repeating: 0x61, count: 100)) }
    #expect(endless.take([0x6E]) == [.character("n")])
  }
}
