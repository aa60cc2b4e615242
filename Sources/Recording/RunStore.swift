import Foundation

/// A recording can't be read or written; says which file and what to do.
public struct RunStoreError: Error, CustomStringConvertible, Sendable {
  public enum Kind: Sendable { case missing, damaged, version, unwritable }

  public var kind: Kind
  public var file: String
  public var problem: String
  public var remedy: String

  public var description: String { "\(file): \(problem); \(remedy)" }
}

/// Writes a run into a folder, one JSON file for each row and one file of tensors, and reads it back.
///
/// Keys are sorted and nothing depends on time or place, so the same run gives the same bytes.
public enum RunStore {
  static let tensorFile = "tensors.safetensors"

  public static func write(_ run: Run, to folder: String) throws(RunStoreError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw unwritable(folder, error)
    }
    try write(run.setting, "setting", folder)
    try write(run.$collection, .collection, folder)
    try write(run.$cleaning, .cleaning, folder)
    try write(run.$filter, .filter, folder)
    try write(run.$normalization, .normalization, folder)
    try write(run.$tokenization, .tokenization, folder)
    try write(run.$dataset, .dataset, folder)
    if run.setting.importedFrom == nil { try write(run.truth, "truth", folder) }
    try write(run.$architecture, .architecture, folder)
    try write(run.$initialization, .initialization, folder)
    try write(run.$hyperparameters, .hyperparameters, folder)
    try write(run.$algorithm, .algorithm, folder)
    try write(run.$workedExample, .workedExample, folder)
    try write(run.$tuning, .tuning, folder)
    try write(run.$training, .training, folder)
    try write(run.$evaluation, .evaluation, folder)
    try write(run.$shrinking, .shrinking, folder)
    try write(run.$modelFile, .modelFile, folder)
    try write(run.$inference, .inference, folder)
    try write(run.$usage, .usage, folder)
    try writeTensors(run.tensors, folder)
  }

  public static func read(from folder: String) throws(RunStoreError) -> Run {
    let setting: SettingRecord = try read("setting", folder)
    guard setting.version == Run.currentVersion else {
      throw RunStoreError(
        kind: .version, file: folder + "/setting.json",
        problem: "has version \(setting.version), this program reads \(Run.currentVersion)",
        remedy: "make the run again with nakami build")
    }
    var run = Run(setting: setting)
    try read(.collection, folder, setting) { run.collection = $0 }
    try read(.cleaning, folder, setting) { run.cleaning = $0 }
    try read(.filter, folder, setting) { run.filter = $0 }
    try read(.normalization, folder, setting) { run.normalization = $0 }
    try read(.tokenization, folder, setting) { run.tokenization = $0 }
    try read(.dataset, folder, setting) { run.dataset = $0 }
    if setting.importedFrom == nil { run.truth = try read("truth", folder) }
    try read(.architecture, folder, setting) { run.architecture = $0 }
    try read(.initialization, folder, setting) { run.initialization = $0 }
    try read(.hyperparameters, folder, setting) { run.hyperparameters = $0 }
    try read(.algorithm, folder, setting) { run.algorithm = $0 }
    try read(.workedExample, folder, setting) { run.workedExample = $0 }
    try read(.tuning, folder, setting) { run.tuning = $0 }
    try read(.training, folder, setting) { run.training = $0 }
    try read(.evaluation, folder, setting) { run.evaluation = $0 }
    try read(.shrinking, folder, setting) { run.shrinking = $0 }
    try read(.modelFile, folder, setting) { run.modelFile = $0 }
    try read(.inference, folder, setting) { run.inference = $0 }
    try read(.usage, folder, setting) { run.usage = $0 }
    run.tensors = try readTensors(folder)
    return run
  }

  /// A part that is not recorded has no file.
  private static func write(
    _ record: (some Encodable)?, _ part: RunPart, _ folder: String
  ) throws(RunStoreError) {
    if let record { try write(record, part.rawValue, folder) }
  }

  /// Only the run of an imported model may lack a part.
  private static func read<Record: Decodable>(
    _ part: RunPart, _ folder: String, _ setting: SettingRecord, _ keep: (Record) -> Void
  ) throws(RunStoreError) {
    let path = "\(folder)/\(part.rawValue).json"
    if setting.importedFrom != nil, !FileManager.default.fileExists(atPath: path) { return }
    keep(try read(part.rawValue, folder))
  }

  private static func write(
    _ record: some Encodable, _ name: String, _ folder: String
  ) throws(RunStoreError) {
    let path = "\(folder)/\(name).json"
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      var data = try encoder.encode(record)
      data.append(UInt8(ascii: "\n"))
      try data.write(to: URL(fileURLWithPath: path))
    } catch {
      throw unwritable(path, error)
    }
  }

  private static func read<Record: Decodable>(
    _ name: String, _ folder: String
  ) throws(RunStoreError) -> Record {
    let path = "\(folder)/\(name).json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RunStoreError(
        kind: .missing, file: path, problem: "can't be read",
        remedy: "make the run again with nakami build")
    }
    do {
      return try JSONDecoder().decode(Record.self, from: data)
    } catch {
      throw RunStoreError(
        kind: .damaged, file: path, problem: "is not a record of this version",
        remedy: "make the run again with nakami build")
    }
  }

  static func unwritable(_ path: String, _ error: any Error) -> RunStoreError {
    RunStoreError(
      kind: .unwritable, file: path, problem: "can't be written (\(error.localizedDescription))",
      remedy: "free some space or choose another folder with --out")
  }
}
