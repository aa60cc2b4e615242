import Markup

@testable import Diagrams

/// Corners of a path of the commands M, H, V, h, v, l and z.
struct FlowPath {
  var points: [FlowGeometry.Point] = []

  init(_ text: String) {
    var numbers: [Int] = []
    var (command, digits): (Character, String) = ("M", "")
    func flush(_ points: inout [FlowGeometry.Point]) {
      if let number = Int(digits) { numbers.append(number) }
      digits = ""
      guard numbers.count == ("MLl".contains(command) ? 2 : 1) else { return }
      let last = points.last ?? .init(x: 0, y: 0)
      switch command {
      case "M": points.append(.init(x: numbers[0], y: numbers[1]))
      case "H": points.append(.init(x: numbers[0], y: last.y))
      case "V": points.append(.init(x: last.x, y: numbers[0]))
      case "h": points.append(.init(x: last.x + numbers[0], y: last.y))
      case "v": points.append(.init(x: last.x, y: last.y + numbers[0]))
      default: points.append(.init(x: last.x + numbers[0], y: last.y + numbers[1]))
      }
      numbers = []
    }
    for character in text {
      if character.isLetter {
        flush(&points)
        command = character
      } else if character == " " {
        flush(&points)
      } else {
        digits.append(character)
      }
    }
    flush(&points)
  }
}

extension FlowGeometry.Box {
  func contains(_ point: FlowGeometry.Point) -> Bool {
    point.x > x && point.x < right && point.y > y && point.y < bottom
  }

  /// How far a point lies outside, along both axes together.
  func distance(_ point: FlowGeometry.Point) -> Int {
    max(x - point.x, 0, point.x - right) + max(y - point.y, 0, point.y - bottom)
  }

  func isOnBorder(_ point: FlowGeometry.Point) -> Bool {
    distance(point) == 0 && !contains(point)
  }
}

extension Markup {
  var text: String {
    switch self {
    case .text(let text): text
    case .fragment(let pieces): pieces.map(\.text).joined()
    case .element(_, _, let children): children.map(\.text).joined()
    }
  }
}
