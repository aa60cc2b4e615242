import Files
import Numerics
import Record

/// Goes through both flows from raw text to an answer, for real, and keeps the record.
///
/// Each stage takes what the ones before it made. The result depends on the settings and the text alone: not on
/// threads, clock or place.
public final class RunBuilder {
  private let settings: BuildSettings
  private let pool: WorkerPool
  private let observe: (BuildEvent) -> Void

  public init(
    settings: BuildSettings, pool: WorkerPool, observe: @escaping (BuildEvent) -> Void = { _ in }
  ) {
    self.settings = settings
    self.pool = pool
    self.observe = observe
  }

  /// Builds everything but the pages; documents and model are written below `folder`, and for the reader's own
  /// text the list of what was left out of it.
  /// - Parameter keep: where the state of the training is kept, to be gone on with.
  /// - Throws: the typed errors of the rooms: bad data, a corpus too small, a folder that can't be written.
  public func build(into folder: String, keep: TrainingKeep? = nil) throws -> Run {
    let bench = Workbench(
      settings: settings, pool: pool, folder: folder, keep: keep, observe: observe)
    try go(through: BuildStage.all.filter { $0.id != BuildStage.write.id }, bench)
    if let list = bench.clean.leftOut {
      try AtomicFile.write(list, to: folder + "/" + LeftOutFile.name)
    }
    return bench.run
  }

  /// Makes the rows of tokens that a model would learn from, and no more: the first stages of a build.
  /// - Throws: as ``build(into:keep:)``.
  public func prepareData(below folder: String) throws -> Run {
    let bench = Workbench(settings: settings, pool: pool, folder: folder, observe: observe)
    try go(through: BuildStage.data, bench)
    return bench.run
  }

  private func go(through stages: some Sequence<BuildStage>, _ bench: Workbench) throws {
    for stage in stages {
      observe(.began(stage))
      observe(.finished(summary: try stage.run(bench)))
    }
  }
}

/// Three decimals, for progress lines.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
