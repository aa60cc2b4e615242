import Testing

@testable import Charts

/// Which colors text is sent in, and whether it can be read.
@Suite struct TerminalStyleTests {
  static let roles: [Role] =
    [
      .plain, .strong, .dim, .deleted, .inserted, .given, .written, .special, .fresh, .good, .bad,
      .chosen, .cut, .learned, .computed,
    ] + (0..<Role.markCount).map { .mark($0) } + (0..<Role.seriesCount).map { .series($0) }
    + [.token(0), .token(1)]

  /// The colors that an escape sequence names: of the text, and of what it is painted on.
  private func colors(_ codes: String) -> (text: UInt8?, ground: UInt8?) {
    let parts = codes.split(separator: ";").compactMap { UInt8($0) }
    func after(_ start: UInt8) -> UInt8? {
      parts.indices.first { parts[$0] == start && $0 + 2 < parts.count && parts[$0 + 1] == 5 }
        .map { parts[$0 + 2] }
    }
    return (after(38), after(48))
  }

  /// The numbers are those of the definition: black on white 21, gray 119 on white 4.48, red 4.0.
  @Test func contrastIsThatOfTheGuidelines() {
    func contrast(_ first: (UInt8, UInt8, UInt8), _ second: (UInt8, UInt8, UInt8)) -> Double {
      TableColor.contrast(
        TableColor(red: first.0, green: first.1, blue: first.2).luminance,
        TableColor(red: second.0, green: second.1, blue: second.2).luminance)
    }
    #expect((contrast((0, 0, 0), (255, 255, 255)) - 21).magnitude < 1e-9)
    #expect((contrast((119, 119, 119), (255, 255, 255)) - 4.478).magnitude < 0.001)
    #expect((contrast((255, 0, 0), (255, 255, 255)) - 3.998).magnitude < 0.001)
    #expect((contrast((0, 0, 255), (0, 0, 0)) - 2.444).magnitude < 0.001)
  }

  @Test func theTableIsThatOfXterm() {
    for (index, red, green, blue) in [
      (16, 0, 0, 0), (21, 0, 0, 255), (30, 0, 135, 135), (196, 255, 0, 0), (231, 255, 255, 255),
      (232, 8, 8, 8), (244, 128, 128, 128), (255, 238, 238, 238),
    ] {
      let color = TableColor(UInt8(index))
      #expect([color.red, color.green, color.blue] == [red, green, blue].map { UInt8($0) })
    }
  }

  @Test(arguments: [
    TerminalGround.unknown, TerminalGround(red: 0, green: 0, blue: 0),
    TerminalGround(red: 255, green: 255, blue: 255), TerminalGround(red: 30, green: 30, blue: 30),
    TerminalGround(red: 0, green: 43, blue: 54), TerminalGround(red: 253, green: 246, blue: 227),
    TerminalGround(red: 110, green: 110, blue: 110),
  ])
  func everyRoleCanBeReadOnEveryGround(ground: TerminalGround) {
    let style = TerminalStyle(depth: .table, ground: ground)
    for role in Self.roles {
      let (text, painted) = colors(style.codes(role.look))
      guard let text else { continue }
      let contrast =
        painted.map {
          TableColor.contrast(TableColor(text).luminance, TableColor($0).luminance)
        } ?? ground.contrast(of: TableColor(text))
      #expect(contrast >= 4.5, "\(role): \(text) \(contrast)")
    }
    // Any color at all, whoever asks for it.
    for index in UInt8.min...UInt8.max {
      let text = colors(style.codes(Look(foreground: index))).text
      #expect(text.map { ground.contrast(of: TableColor($0)) >= 4.5 } == true, "\(index)")
    }
  }

  /// A color that can be read stays what it is.
  @Test func noColorIsChangedWithoutNeed() {
    let dark = TerminalStyle(depth: .table, ground: TerminalGround(red: 0, green: 0, blue: 0))
    #expect(dark.codes(Look(foreground: 37)) == "38;5;37")
    let light = TerminalStyle(
      depth: .table, ground: TerminalGround(red: 255, green: 255, blue: 255))
    #expect(light.codes(Look(foreground: 24)) == "38;5;24")
    #expect(light.codes(Look(foreground: 37)) != "38;5;37")
  }

  @Test func cellsOfAHeatMapCanBeRead() {
    for background in UInt8(16)...255 {
      let look = Look.readable(on: background)
      let contrast = TableColor.contrast(
        TableColor(look.foreground!).luminance, TableColor(background).luminance)
      #expect(contrast >= 4.5 && look.background == background, "\(background): \(contrast)")
    }
  }

  @Test func sixteenColorsAreSentAsThose() {
    let grounds: [TerminalGround] = [
      .unknown, TerminalGround(red: 0, green: 0, blue: 0),
      TerminalGround(red: 255, green: 255, blue: 255),
    ]
    for ground in grounds {
      let style = TerminalStyle(depth: .sixteen, ground: ground)
      for role in Self.roles {
        let codes = style.codes(role.look).split(separator: ";").compactMap { Int($0) }
        let known = [1, 4, 9, 30, 97] + Array(40...47) + (ground.isDark ? Array(91...96) : [])
        #expect(codes.allSatisfy { known.contains($0) }, "\(role): \(codes)")
      }
    }
    let dark = TerminalStyle(depth: .sixteen, ground: grounds[1])
    #expect(dark.codes(Role.good.look) == "92" && dark.codes(Role.dim.look).isEmpty)
    #expect(dark.codes(Role.deleted.look) == "9;97;41")
    #expect(dark.codes(Role.inserted.look) == "4;30;42")
  }

  @Test func withoutColorsBoldStaysBold() {
    let style = TerminalStyle(depth: .attributes)
    #expect(style.codes(Role.chosen.look) == "1" && style.codes(Role.strong.look) == "1")
    #expect(style.codes(Role.deleted.look) == "9" && style.codes(Role.good.look).isEmpty)
    #expect(StyledLine("here", .chosen).rendered(style) == "\u{1B}[1mhere\u{1B}[0m")
    #expect(StyledLine("here", .chosen).rendered(.plain) == "here")
  }
}
