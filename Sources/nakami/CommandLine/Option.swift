import Names

/// One option of a command, as `--help` explains it.
struct Option: Sendable {
  /// With its dashes, for instance `--seed`.
  let name: String
  /// What stands for its value in the help text; nil for a flag.
  let value: String?
  let help: LocalizedText
  /// Whether it may be given several times.
  let isRepeated: Bool

  init(
    _ name: String, _ value: String? = nil, en: String, ja: String, isRepeated: Bool = false
  ) {
    self.name = name
    self.value = value
    help = LocalizedText(en: en, ja: ja)
    self.isRepeated = isRepeated
  }

  /// Whether the value names a file or a folder.
  var takesPath: Bool { ["DIR", "FILE", "PATH"].contains(value) }
  var placeName: LocalizedText {
    switch value {
    case "DIR": .folder
    case "FILE": .file
    default: .fileOrFolder
    }
  }
}

extension LocalizedText {
  static let folder = LocalizedText(en: "folder", ja: "フォルダ")
  static let file = LocalizedText(en: "file", ja: "ファイル")
  static let fileOrFolder = LocalizedText(en: "file or folder", ja: "ファイルかフォルダ")
}

extension Option {
  static let out = Option(
    "--out", "DIR", en: "folder of the run (default: Output)", ja: "記録のフォルダ（省略時：Output）")
  static let model = Option(
    "--model", "DIR", en: "folder of a saved model (default: Output/model)",
    ja: "保存したモデルのフォルダ（省略時：Output/model）")
  static let threads = Option(
    "--threads", "N", en: "worker threads (default: all cores)", ja: "計算に使うスレッドの数（省略時：すべてのコア）")
  static let seed = Option("--seed", "N", en: "seed of every random choice", ja: "すべての偶然を決める乱数の種")
  static let textColumn = Option(
    "--text-column", "NAME", en: "column or key that holds the text of records (default: text)",
    ja: "表やJSONで本文が入っている列やキーの名前（省略時：text）")
  static let without = Option(
    "--without", "RULE", en: "leave out a rule of cleaning; may be given several times",
    ja: "掃除の規則を一つ使わない。何度でも指定できる", isRepeated: true)
  static let json = Option("--json", nil, en: "print JSON", ja: "JSONで表示")
  static let quiet = Option("--quiet", nil, en: "print nothing but the result", ja: "結果だけを表示")
}
