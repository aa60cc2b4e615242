import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Transformer

@testable import Build

/// Short documents in which each part of the dataset says a word that no other part says, so that one sees
/// in whatever is made of them which part it was made of.
struct PartedText {
  /// A letter that nothing else in the documents has.
  static let letters: [Split: Character] = [.training: "k", .validation: "v", .test: "x"]

  let settings: BuildSettings
  let tokenizer: Tokenizer
  let pool = WorkerPool(threadCount: 1)
  let documents: Spool<CleanDocument>
  let groups = Array(0..<60)
  let plan: SplitPlan

  init() throws {
    var settings = BuildSettings(preset: .trial, worldFolder: "")
    settings.dataPath = "hand-made"
    settings.setSteps(6)
    self.settings = settings
    tokenizer = try Tokenizer(merges: [])
    let blank = Self.documents { _ in "-" }
    let first = try SplitStage.deal(blank, groups: groups, seed: settings.seed).plan
    documents = Self.documents { Self.letters[first.parts[$0]!]! }
    plan = try SplitStage.deal(documents, groups: groups, seed: settings.seed).plan
    precondition(plan == first, "other letters, and the dealing is another")
  }

  private static func documents(_ letter: (Int) -> Character) -> Spool<CleanDocument> {
    Spool(
      (0..<60).map { number in
        let word = String(repeating: letter(number), count: 7)
        return CleanDocument(
          id: "d\(number)", kind: .story, language: .english,
          fields: [
            .init(
              name: .text, text: "The \(word) and the \(word) of day \(10 + number) were quiet.")
          ])
      })
  }

  func data() -> DatasetStage.Outcome {
    DatasetStage(settings: settings, tokenizer: tokenizer, pool: pool)
      .run(documents, groups: groups, plan: plan)
  }

  /// What the stages up to the dataset would have left.
  func bench() -> Workbench {
    let bench = Workbench(settings: settings, pool: pool, folder: "") { _ in }
    bench.material = CollectStage.Material(
      documents: Spool(), corpus: nil,
      record: CollectionRecord(
        documentCount: 0, byteCount: 0, shelves: [], rejected: [], samples: [], examples: []))
    bench.tokenizer = tokenizer
    bench.data = data()
    return bench
  }

  func parameters(seed: UInt64 = 3) -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: settings.width, contextLength: settings.contextLength,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: seed)
    return parameters
  }

  /// Whose letters stand among these tokens.
  func parts(in tokens: some Sequence<Int32>) -> Set<Split> {
    let bytes = Set(tokens.filter { $0 >= 0 }.flatMap { tokenizer.bytes(of: $0) })
    return Set(Split.allCases.filter { bytes.contains(Self.letters[$0]!.asciiValue!) })
  }
}
