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
    try write(run.collection, "collection", folder)
    try write(run.cleaning, "cleaning", folder)
    try write(run.filter, "filter", folder)
    try write(run.normalization, "normalization", folder)
    try write(run.tokenization, "tokenization", folder)
    try write(run.dataset, "dataset", folder)
    try write(run.truth, "truth", folder)
    try write(run.architecture, "architecture", folder)
    try write(run.initialization, "initialization", folder)
    try write(run.hyperparameters, "hyperparameters", folder)
    try write(run.algorithm, "algorithm", folder)
    try write(run.workedExample, "worked-example", folder)
    try write(run.tuning, "tuning", folder)
    try write(run.training, "training", folder)
    try write(run.evaluation, "evaluation", folder)
    try write(run.shrinking, "shrinking", folder)
    try write(run.modelFile, "model-file", folder)
    try write(run.inference, "inference", folder)
    try write(run.usage, "usage", folder)
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
    return Run(
      setting: setting,
      collection: try read("collection", folder),
      cleaning: try read("cleaning", folder),
      filter: try read("filter", folder),
      normalization: try read("normalization", folder),
      tokenization: try read("tokenization", folder),
      dataset: try read("dataset", folder),
      truth: try read("truth", folder),
      architecture: try read("architecture", folder),
      initialization: try read("initialization", folder),
      hyperparameters: try read("hyperparameters", folder),
      algorithm: try read("algorithm", folder),
      workedExample: try read("worked-example", folder),
      tuning: try read("tuning", folder),
      training: try read("training", folder),
      evaluation: try read("evaluation", folder),
      shrinking: try read("shrinking", folder),
      modelFile: try read("model-file", folder),
      inference: try read("inference", folder),
      usage: try read("usage", folder),
      tensors: try readTensors(folder))
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
