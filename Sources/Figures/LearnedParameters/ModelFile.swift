import Charts
import Record

/// The first bytes of the model's file and what they mean.
struct ModelFile: FigureDefinition {
  let name = "model-file"
  let row = "L6a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ name: String, _ size: String, _ tensors: Int) -> String
    var columns: [String]
    var lengthPart: @Sendable (_ length: String) -> (name: String, meaning: String)
    var headerPart: @Sendable (_ excerpt: String) -> (name: String, meaning: String)
    var dataPart: @Sendable (_ name: String, _ value: String) -> (name: String, meaning: String)
  }

  static let english = Words(
    title: "The first bytes of the model file",
    description: { name, size, tensors in
      "\(name), \(size): eight bytes that give the header's length, the header in JSON with "
        + "\(NameWording.english(tensors, "tensor")), then nothing but numbers."
    },
    columns: ["Tensor", "Type", "Shape", "#From byte", "#To byte"],
    lengthPart: { length in
      (
        "Length of the header",
        "A whole number in 8 bytes, the least significant first: the header is \(length) bytes long."
      )
    },
    headerPart: { excerpt in ("Header", "JSON that names every tensor. It begins: \(excerpt)") },
    dataPart: { name, value in
      ("Data", "The numbers of \(name), four bytes each. The first is \(value).")
    }
  )

  static let japanese = Words(
    title: "モデルのファイルの先頭のバイト",
    description: { name, size, tensors in
      "\(name)（\(size)）。はじめの8バイトがヘッダーの長さ、次が\(tensors)個のテンソルを並べたJSONのヘッダー、その先はすべて数値です。"
    },
    columns: ["テンソル", "型", "形", "#開始バイト", "#終了バイト"],
    lengthPart: { length in
      ("ヘッダーの長さ", "8バイトの整数（下の桁が先）。ヘッダーは\(length)バイトです。")
    },
    headerPart: { excerpt in ("ヘッダー", "テンソルの名前を並べたJSON。先頭：\(excerpt)") },
    dataPart: { name, value in ("データ", "\(name) の数値。一つ4バイトで、最初の値は\(value)です。") }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.modelFile]
    let bytes = Array(record.firstBytes.prefix(96))
    let dataStart = 8 + record.headerLength
    var parts: [BytesView.Part] = []
    let add = { (range: Range<Int>, words: (name: String, meaning: String)) in
      let shown = range.clamped(to: 0..<bytes.count)
      if !shown.isEmpty {
        parts.append(BytesView.Part(shown, name: words.name, meaning: words.meaning))
      }
    }
    add(0..<8, words.lengthPart(Numbers.count(record.headerLength)))
    let excerpt = TerminalText.truncated(record.headerExcerpt.onOneLine, to: 100)
    add(8..<dataStart, words.headerPart(excerpt))
    if let first = record.tensors.min(by: { $0.start < $1.start }), dataStart + 4 <= bytes.count {
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[dataStart + $1]) << (8 * $1) }
      add(
        dataStart..<bytes.count,
        words.dataPart(first.name, Numbers.significant(Double(Float(bitPattern: bits)), 4)))
    }
    return context.figure(
      words.title,
      words.description(
        record.fileName, Numbers.bytes(record.byteCount), record.tensors.count),
      DataTable(
        words.columns,
        record.tensors.map {
          [
            $0.name, $0.type, Numbers.shape($0.shape), Numbers.count($0.start),
            Numbers.count($0.end),
          ]
        }),
      BytesView(bytes, parts: parts))
  }
}
