import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What a figure has to show of a record of a few numbers, all different: in its table, in its drawing,
/// on a terminal and in its words. Two values that change places are seen in at least one of them.
struct Truth: Sendable {
  var figure: String
  /// All rows of its table, cells joined by bars; the first column may be in English.
  var table: [String]
  /// All that its picture holds, as ``Shown`` writes it down.
  var drawn: [String]
  /// Lines of the picture for a Japanese reader, where another sample is theirs.
  var drawnInJapanese: [String] = []
  /// Parts of lines on a terminal of 80 columns without color.
  var terminal: [String]
  var english: [String]
  var japanese: [String]

  static let all: [Truth] =
    collection + cleaning + tokens + dataset + model + algorithm + byHand + training + growth
    + tuning + evaluation + twin + shrinking

  /// A run that holds the records of all of them.
  static let run: Run = {
    var run = Run(
      setting: SettingRecord(version: Run.currentVersion, preset: .tiny, seed: 7, usesWorld: true))
    run[.collection] = collectionRecord
    run[.cleaning] = cleaningRecord
    run[.filter] = filterRecord
    run[.normalization] = normalizationRecord
    run[.tokenization] = tokenizationRecord
    run[.dataset] = datasetRecord
    run[.architecture] = architectureRecord
    run[.initialization] = initializationRecord
    run[.hyperparameters] = hyperparameterRecord
    run[.algorithm] = algorithmRecord
    run[.workedExample] = workedExampleRecord
    run[.tuning] = tuningRecord
    run[.training] = trainingRecord
    run[.evaluation] = evaluationRecord
    run[.twin] = TwinSample.record
    run[.shrinking] = shrinkingRecord
    run[.modelFile] = modelFileRecord
    run[.inference] = inferenceRecord
    for (name, shape, values) in modelTensors + trainingTensors + shrinkingTensors {
      run.tensors[name] = RecordedTensor(shape: shape, values: values)
    }
    return run
  }()
}

@Suite struct TruthTests {
  private static func figure(_ name: String, _ language: Language) throws -> Figure {
    try FigureCatalog.figure(name, run: Truth.run, language: language)
  }

  /// Figures of the answer have their own tests.
  @Test func everyFigureOfLearningHasItsTruth() {
    let learning = FigureCatalog.definitions.filter { $0.row.hasPrefix("L") }.map { $0.name }
    #expect(Truth.all.map(\.figure).sorted() == learning.sorted())
  }

  @Test(arguments: Truth.all)
  func tablesHoldWhatWasRecorded(truth: Truth) throws {
    let table = try Self.figure(truth.figure, .english).table
    #expect(table.rows.map { $0.joined(separator: " | ") } == truth.table)
  }

  @Test(arguments: Truth.all)
  func picturesShowWhatWasRecorded(truth: Truth) throws {
    let english = Shown.lines(try Self.figure(truth.figure, .english).body)
    #expect(english == truth.drawn, "\(english)")
    let japanese = Shown.lines(try Self.figure(truth.figure, .japanese).body)
    for line in truth.drawnInJapanese { #expect(japanese.contains(line), "\(japanese)") }
  }

  @Test(arguments: Truth.all)
  func terminalsShowWhatWasRecorded(truth: Truth) throws {
    let lines = try Self.figure(truth.figure, .english).terminal(width: 80, style: .plain)
      .map { $0.rendered(.plain) }
    #expect(!truth.terminal.isEmpty)
    for part in truth.terminal {
      #expect(
        lines.contains { $0.contains(part) }, "“\(part)” in\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test(arguments: Truth.all)
  func wordsSayWhatWasRecorded(truth: Truth) throws {
    for (language, parts) in [(Language.english, truth.english), (.japanese, truth.japanese)] {
      let description = try Self.figure(truth.figure, language).description
      #expect(!parts.isEmpty)
      for part in parts { #expect(description.contains(part), "“\(part)” in \(description)") }
    }
  }
}

extension Truth: CustomTestStringConvertible {
  var testDescription: String { figure }
}
