import Foundation
import Names

/// A recording can't be read or written; says which file and what to do.
public struct RunStoreError: ReadableError, Sendable {
  public enum Kind: Sendable { case missing, damaged, version, unwritable }

  public var kind: Kind
  public var file: String
  public var problem: LocalizedText
  public var remedy: LocalizedText

  public func text(_ language: Language) -> String {
    LocalizedText(
      en: "\(file): \(problem.en); \(remedy.en)", ja: "\(file)：\(problem.ja)。\(remedy.ja)")[
        language]
  }

  static let again = LocalizedText(
    en: "make the run again with nakami build", ja: "nakami buildで記録を作り直してください")

  static func unreadable(_ path: String, _ fault: (name: String, number: String)) -> RunStoreError {
    RunStoreError(
      kind: .damaged, file: path,
      problem: LocalizedText(
        en: "\(fault.name) is \(fault.number), which could not be read again",
        ja: "\(fault.name)の値が\(fault.number)で、あとで読めません"),
      remedy: LocalizedText(
        en: "this is a fault of nakami: please report this line",
        ja: "nakamiの不具合です。この行をお知らせください"))
  }

  static func unwritable(_ path: String, _ error: any Error) -> RunStoreError {
    RunStoreError(
      kind: .unwritable, file: path,
      problem: LocalizedText(
        en: "can't be written (\(error.localizedDescription))",
        ja: "書き込めません（\(error.localizedDescription)）"),
      remedy: LocalizedText(
        en: "free some space or choose another folder with --out",
        ja: "空きを増やすか、--outで別のフォルダを指定してください"))
  }
}

/// Writes a run into a folder, one JSON file for each part and one file of tensors, and reads it back.
///
/// Keys are sorted and nothing depends on time or place, so the same run gives the same bytes.
public enum RunStore {
  public static func write(_ run: Run, to path: String) throws(RunStoreError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path, error)
    }
    let folder = Folder(path: path)
    try folder.write(run.setting, "setting")
    for part in Run.parts { try part.save(run, folder) }
    try folder.write(run.tensors)
  }

  /// - Throws: `RunStoreError` when a part that a run of its setting must have is missing or damaged.
  public static func read(from path: String) throws(RunStoreError) -> Run {
    let folder = Folder(path: path)
    let version = try folder.read("setting", as: Version.self).version
    guard version == Run.currentVersion else {
      throw RunStoreError(
        kind: .version, file: path + "/setting.json",
        problem: LocalizedText(
          en: "has version \(version), this program reads \(Run.currentVersion)",
          ja: "版が\(version)で、このプログラムが読める\(Run.currentVersion)ではありません"),
        remedy: RunStoreError.again)
    }
    let setting = try folder.read("setting", as: SettingRecord.self)
    var run = Run(setting: setting)
    for part in Run.parts where part.isExpected(setting) || folder.has(part.name) {
      try part.load(folder, &run)
    }
    run.tensors = try folder.readTensors()
    return run
  }

  /// The setting alone of the run at `path`; nil where there is none that this program reads.
  public static func setting(at path: String) -> SettingRecord? {
    let setting = try? Folder(path: path).read("setting", as: SettingRecord.self)
    return setting?.version == Run.currentVersion ? setting : nil
  }

  /// What every version of the schema has.
  private struct Version: Decodable {
    var version: Int
  }

  /// The folder of one run.
  struct Folder {
    let path: String

    func file(_ name: String) -> String { "\(path)/\(name).json" }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    func write(_ record: some Encodable, _ name: String) throws(RunStoreError) {
      let data: Data
      do {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        data = try encoder.encode(record) + [UInt8(ascii: "\n")]
      } catch {
        throw .unwritable(file(name), error)
      }
      // What this program would not read again is a fault of its own, and nobody is to find out later.
      if let fault = NumberRanges.fault(in: data) { throw .unreadable(file(name), fault) }
      do {
        try data.write(to: URL(fileURLWithPath: file(name)))
      } catch {
        throw .unwritable(file(name), error)
      }
    }

    func read<Content: Decodable>(
      _ name: String, as type: Content.Type
    ) throws(RunStoreError) -> Content {
      guard let data = FileManager.default.contents(atPath: file(name)) else {
        throw RunStoreError(
          kind: .missing, file: file(name),
          problem: LocalizedText(en: "can't be read", ja: "読めません"),
          remedy: RunStoreError.again)
      }
      if let fault = NumberRanges.fault(in: data) {
        throw RunStoreError(
          kind: .damaged, file: file(name),
          problem: LocalizedText(
            en: "\(fault.name.prefix(40)) is \(fault.number.prefix(40)), which no run has",
            ja: "\(fault.name.prefix(40))の値が\(fault.number.prefix(40))で、ありえない大きさです"),
          remedy: RunStoreError.again)
      }
      do {
        return try JSONDecoder().decode(Content.self, from: data)
      } catch {
        throw RunStoreError(
          kind: .damaged, file: file(name),
          problem: LocalizedText(
            en: "is not a record of this version", ja: "この版の記録ではありません"),
          remedy: RunStoreError.again)
      }
    }
  }
}
