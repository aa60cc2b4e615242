import Dataset
import Names
import RawData
import Training
import Transformer

/// Which two models are trained to see what some documents are good for.
public struct TwinSettings: Sendable {
  /// What is read of the training part; nil for all of it.
  public var kinds: [DocumentKind]?
  /// People of the town of whom at least one must be named in what is read; nil where that does not matter.
  var cast: Cast?
  public var layerCount: Int
  public var headCount: Int
  public var width: Int
  /// Of the parameters and of the order of the documents.
  public var seed: UInt64
  var options = TrainingOptions()
  /// How often both are photographed while they learn.
  var looks: Int
  /// Questions asked of each language and kind.
  var questionLimit: Int

  /// Some people of the town, by their English names, with what they are called in texts.
  struct Cast: Sendable {
    var people: [String]
    var names: [Mention]
  }

  /// So many people are read of when a fact is left out: few enough that each of their facts is met often.
  static let castSize = 6

  /// Reads only of the first people of the facts file, and of the one whom a fact is about.
  public mutating func limit(to world: World, with fact: ToldFact) {
    guard kinds != nil else { return }
    let first = world.people.prefix(Self.castSize)
    let own = world.people.filter { $0.id == fact.subject }
    let people =
      first.contains { $0.id == fact.subject } ? Array(first) : first.dropLast() + own
    cast = Cast(
      people: people.map(\.id),
      names: people.flatMap { person in Language.allCases.map { Mention(person.names[$0]) } })
  }

  /// A small pair that learns in seconds: of the town it reads the questions with their answers and the
  /// sentences in two languages, which tell every fact in few words; of other text all.
  public init(small build: BuildSettings) {
    kinds = build.dataPath == nil ? [.questionAnswer, .parallel] : nil
    seed = build.seed
    questionLimit = build.questionLimit
    switch build.preset {
    case .trial:
      (layerCount, headCount, width, looks) = (1, 2, 32, 3)
      (options.context, options.batch, options.steps) = (64, 8, 60)
    case .tiny:
      (layerCount, headCount, width, looks) = (1, 4, 48, 6)
      (options.context, options.batch, options.steps) = (32, 16, 300)
    case .standard, .large:
      (layerCount, headCount, width, looks) = (1, 4, 64, 10)
      (options.context, options.batch, options.steps) = (64, 16, 1000)
    }
    (options.learningRate, options.minimumLearningRate) = (8e-3, 1e-4)
    options.warmupSteps = options.steps / 20
    common(build)
  }

  /// The model of the build itself, which reads all of the training part.
  public init(full build: BuildSettings) {
    kinds = nil
    (layerCount, headCount, width) = (build.layerCount, build.headCount, build.width)
    seed = build.seed
    questionLimit = build.questionLimit
    looks = build.snapshotCount
    (options.context, options.batch) = (build.contextLength, build.batchSize)
    (options.steps, options.warmupSteps) = (build.steps, build.warmupSteps)
    options.learningRate = build.learningRate
    options.minimumLearningRate = build.minimumLearningRate
    options.averaging = build.averaging
    options.dropout = build.dropout
    common(build)
  }

  private mutating func common(_ build: BuildSettings) {
    options.weightDecay = build.weightDecay
    options.gradientClip = build.gradientClip
    options.evaluationInterval = 0
    options.normInterval = 0
    options.seed = build.seed
  }

  public var steps: Int { options.steps }

  /// Another length of training; the warm-up keeps its share.
  public mutating func setSteps(_ count: Int) {
    options.warmupSteps = max(1, options.warmupSteps * count / options.steps)
    options.steps = count
  }

  func configuration(vocabularySize: Int) -> Configuration {
    Configuration(
      layerCount: layerCount, headCount: headCount, width: width, contextLength: options.context,
      vocabularySize: vocabularySize, dropout: options.dropout)
  }

  /// Steps after which both are photographed, evenly spread, the first and the last among them.
  var lookSteps: [Int] {
    let count = min(looks, options.steps + 1)
    guard count > 1 else { return [options.steps] }
    return (0..<count).map { $0 * options.steps / (count - 1) }
  }
}
