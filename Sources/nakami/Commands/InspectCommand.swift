import Charts
import Foundation
import ModelFile
import Visible

extension Command {
  static let inspect = Command(
    name: "inspect",
    summary: "explains a safetensors file byte by byte",
    usage: "FILE",
    options: [],
    examples: [
      ("nakami inspect Output/model/model.safetensors", "header, tensors, ranges and histograms")
    ],
    run: InspectCommand.run)
}

enum InspectCommand {
  static func run(_ arguments: Arguments) throws {
    guard let path = try arguments.oneWord(called: "file") else {
      throw CommandError.usage("a file is missing: nakami inspect Output/model/model.safetensors")
    }
    let file = try FileAnatomy(of: path, binCount: 24)
    let dataStart = 8 + file.headerLength
    print("\(Self.line(file.fileName, 200)): \(file.byteCount) bytes")
    print("")
    print(
      "bytes 0-7          header length \(file.headerLength), lowest byte first: \(hex(file.lengthBytes))"
    )
    print(
      "bytes 8-\(dataStart - 1)".padding(toLength: 19, withPad: " ", startingAt: 0)
        + "header, JSON, \(file.paddingCount) spaces at its end: \(Self.line(file.headerText, 60))")
    print(
      "bytes \(dataStart)-\(file.byteCount - 1)".padding(toLength: 19, withPad: " ", startingAt: 0)
        + "the numbers of \(file.tensors.count) tensors")
    for (name, value) in file.metadata {
      print("metadata           \(Self.line(name, 60)) = \(Self.line(value, 200))")
    }
    print("")
    for tensor in file.tensors {
      let shape = tensor.shape.map(String.init).joined(separator: " × ")
      print(
        "\(Self.line(tensor.name, 120))  \(tensor.type)  [\(shape)]  bytes \(tensor.range.lowerBound)-\(tensor.range.upperBound - 1)"
      )
      if let statistics = tensor.statistics {
        if let first = statistics.firstValues.first {
          print("    begins \(hex(tensor.firstBytes)): the first number is \(first)")
        }
        print(
          String(
            format: "    %.4f … %.4f, mean %.4f, deviation %.4f  ", statistics.minimum,
            statistics.maximum, statistics.mean, statistics.deviation)
            + bars(statistics.histogram))
        if statistics.notFiniteCount > 0 {
          print("    \(statistics.notFiniteCount) values are no finite numbers")
        }
      }
    }
  }

  /// A text out of the file on one line, without signs that would steer a terminal.
  private static func line(_ text: String, _ limit: Int) -> String {
    VisibleText.line(String(text.prefix(limit))) + (text.count > limit ? "…" : "")
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02X", $0) }.joined(separator: " ")
  }

  /// A histogram as one line of blocks.
  private static func bars(_ counts: [Int]) -> String {
    let blocks = Array(" ▁▂▃▄▅▆▇█")
    let largest = max(counts.max() ?? 1, 1)
    return String(counts.map { blocks[($0 * 8 + largest - 1) / largest] })
  }
}
