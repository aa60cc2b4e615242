import Charts
import Foundation
import ModelFile
import Names
import Visible

extension Command {
  static let inspect = Command(
    name: "inspect",
    summary: LocalizedText(
      en: "explains a safetensors file byte by byte", ja: "safetensors形式のファイルを1バイトずつ説明します"),
    usage: "FILE",
    options: [],
    examples: [
      Example(
        "nakami inspect Output/model/model.safetensors",
        en: "header, tensors, ranges and histograms", ja: "ヘッダー、テンソル、値の範囲と分布")
    ],
    run: InspectCommand.run)
}

enum InspectCommand {
  static func run(_ arguments: Arguments) throws {
    guard let path = try arguments.oneWord(called: .file) else {
      throw CommandError.usage(
        en: "a file is missing: nakami inspect Output/model/model.safetensors",
        ja: "ファイルを指定してください：nakami inspect Output/model/model.safetensors")
    }
    let file = try FileAnatomy(of: path, binCount: 24)
    let words = InspectWording.of(.ofReader)
    let dataStart = 8 + file.headerLength
    let last = words.bytes(dataStart, file.byteCount - 1)
    let width = max(TerminalText.width(of: last) + 2, 19)
    func line(_ label: String, _ text: String) {
      print(TerminalText.padded(label, to: width) + text)
    }
    print(words.size(Self.line(file.fileName, 200), file.byteCount))
    print("")
    line(words.bytes(0, 7), words.headerLength(file.headerLength, hex(file.lengthBytes)))
    line(
      words.bytes(8, dataStart - 1), words.header(file.paddingCount, Self.line(file.headerText, 60))
    )
    line(last, words.numbers(file.tensors.count))
    for (name, value) in file.metadata {
      line(words.metadata, "\(Self.line(name, 60)) = \(Self.line(value, 200))")
    }
    print("")
    for tensor in file.tensors {
      let shape = tensor.shape.map(String.init).joined(separator: " × ")
      print(
        "\(Self.line(tensor.name, 120))  \(tensor.type)  [\(shape)]  "
          + words.bytes(tensor.range.lowerBound, tensor.range.upperBound - 1))
      if let statistics = tensor.statistics {
        if let first = statistics.firstValues.first {
          print("    " + words.beginning(hex(tensor.firstBytes), "\(first)"))
        }
        print(
          String(format: "    %.4f … %.4f", statistics.minimum, statistics.maximum)
            + words.spread(
              String(format: "%.4f", statistics.mean), String(format: "%.4f", statistics.deviation))
            + "  " + bars(statistics.histogram))
        if statistics.notFiniteCount > 0 {
          print("    " + words.notFinite(statistics.notFiniteCount))
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

private struct InspectWording: Sendable {
  var size: @Sendable (_ file: String, _ bytes: Int) -> String
  var bytes: @Sendable (_ first: Int, _ last: Int) -> String
  var headerLength: @Sendable (_ length: Int, _ bytes: String) -> String
  var header: @Sendable (_ padding: Int, _ text: String) -> String
  var numbers: @Sendable (_ tensors: Int) -> String
  var metadata: String
  var beginning: @Sendable (_ bytes: String, _ number: String) -> String
  var spread: @Sendable (_ mean: String, _ deviation: String) -> String
  var notFinite: @Sendable (_ count: Int) -> String

  static func of(_ language: Language) -> InspectWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = InspectWording(
    size: { "\($0): \($1) bytes" },
    bytes: { "bytes \($0)-\($1)" },
    headerLength: { "header length \($0), lowest byte first: \($1)" },
    header: { "header, JSON, \($0) spaces at its end: \($1)" },
    numbers: { "the numbers of \($0) tensors" },
    metadata: "metadata",
    beginning: { "begins \($0): the first number is \($1)" },
    spread: { ", mean \($0), deviation \($1)" },
    notFinite: { "\($0) values are no finite numbers" })

  private static let japanese = InspectWording(
    size: { "\($0)：\($1)バイト" },
    bytes: { "\($0)〜\($1)バイト" },
    headerLength: { "ヘッダーの長さ\($0)。小さい桁のバイトから順に：\($1)" },
    header: { "ヘッダー（JSON、末尾の空白\($0)個）：\($1)" },
    numbers: { "テンソル\($0)個の数" },
    metadata: "付記",
    beginning: { "はじめのバイト\($0)は、最初の数\($1)" },
    spread: { "、平均\($0)、標準偏差\($1)" },
    notFinite: { "有限の数でない値が\($0)個" })
}
