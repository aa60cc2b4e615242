import Foundation
import Markup

@testable import Charts

/// A shape of a drawing with its place in the whole of it.
struct DrawnShape {
  var element: String
  var style: String
  var text: String
  var attributes: Attributes
  var x: Double
  var y: Double
  var width: Double { number("width") }
  var height: Double { number("height") }

  func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? 0 }

  /// The points that a path of moves and lines visits.
  var points: [(x: Double, y: Double)] {
    var visited: [(x: Double, y: Double)] = []
    for command in commands(attributes["d"] ?? "") {
      switch (command.name, command.numbers.count, visited.last) {
      case ("M", 2..., _), ("L", 2..., _):
        visited.append((command.numbers[0] + x, command.numbers[1] + y))
      case ("l", 2..., var last?):
        for index in stride(from: 0, to: command.numbers.count - 1, by: 2) {
          last = (last.x + command.numbers[index], last.y + command.numbers[index + 1])
          visited.append(last)
        }
      case ("H", 1..., let last?): visited.append((command.numbers[0] + x, last.y))
      case ("V", 1..., let last?): visited.append((last.x, command.numbers[0] + y))
      case ("h", 1..., let last?): visited.append((last.x + command.numbers[0], last.y))
      case ("v", 1..., let last?): visited.append((last.x, last.y + command.numbers[0]))
      default: break
      }
    }
    return visited
  }

  private func commands(_ data: String) -> [(name: Character, numbers: [Double])] {
    var found: [(name: Character, digits: String)] = []
    for character in data {
      if character.isLetter {
        found.append((character, ""))
      } else if !found.isEmpty {
        found[found.count - 1].digits.append(character)
      }
    }
    return found.map { command in
      let numbers = command.digits.split { !($0.isNumber || $0 == "." || $0 == "-") }
      return (command.name, numbers.compactMap { Double($0) })
    }
  }

  static func all(
    _ chart: some Chart, width: Double = 600, language: ChartWording = .english
  ) -> [DrawnShape] {
    var shapes: [DrawnShape] = []
    let drawing = chart.drawing(DrawingFrame(width: width, id: "t", wording: language))
    for markup in drawing.content { collect(markup, 0, 0, "", &shapes) }
    return shapes
  }

  private static func collect(
    _ markup: Markup, _ x: Double, _ y: Double, _ outer: String, _ shapes: inout [DrawnShape]
  ) {
    switch markup {
    case .text: break
    case .fragment(let pieces): for piece in pieces { collect(piece, x, y, outer, &shapes) }
    case .element("g", let attributes, let children):
      let move = (attributes["transform"] ?? "").split { "(), ".contains($0) }.compactMap {
        Double($0)
      }
      for child in children {
        collect(
          child, x + (move.first ?? 0), y + (move.last ?? 0), attributes["class"] ?? outer, &shapes)
      }
    case .element(let name, let attributes, _):
      var shape = DrawnShape(
        element: name, style: attributes["class"] ?? outer, text: markup.plainText,
        attributes: attributes, x: x, y: y)
      if name != "path" {
        shape.x += shape.number(name == "circle" ? "cx" : "x")
        shape.y += shape.number(name == "circle" ? "cy" : "y")
      }
      shapes.append(shape)
    }
  }
}

extension [DrawnShape] {
  func styled(_ style: String, _ element: String? = nil) -> [DrawnShape] {
    filter { $0.style == style && (element == nil || $0.element == element) }
  }

  func text(_ text: String) -> DrawnShape? { first { $0.element == "text" && $0.text == text } }
}
