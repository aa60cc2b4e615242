import Names
import RawData
import Transformer

/// What a build is to do: the size of the corpus, of the model and of the training.
public struct BuildSettings: Sendable {
  public var preset: Preset
  public var seed: UInt64 = 20_260_401
  /// The user's own file or folder; nil for the toy world.
  public var dataPath: String?
  /// The column or key that holds the text in the user's records; nil where it is called as usual.
  public var textColumn: String?
  /// Rules of cleaning that are left out.
  public var without: Set<RuleID> = []
  /// Where the generated documents stay for a look; nil drops them when they have been collected.
  public var documentsFolder: String?
  /// Where the clean documents of each part are written; nil for nowhere.
  public var partsFolder: String?
  /// Folder with `facts.txt`, `english.txt` and `japanese.txt`.
  public var worldFolder: String

  /// How many people of the town the documents are about, at least; nil for all. See `World.circle(of:)`.
  public var people: Int?
  /// Clean bytes of the generated documents, about.
  public var corpusBytes: Int
  public var vocabularySize: Int
  public var layerCount: Int
  public var headCount: Int
  public var width: Int
  public var contextLength: Int
  public var dropout: Float = 0
  /// How much the running mean of the weights keeps of itself in a step.
  public var averaging: Float = 0.998
  public var batchSize: Int
  public var steps: Int
  public var learningRate: Float
  public var minimumLearningRate: Float
  public var warmupSteps: Int
  public var weightDecay: Float = 0.1
  public var gradientClip: Float = 1
  /// Steps between two looks at the validation split.
  public var validationInterval: Int
  /// Validation intervals without improvement after which training stops; 0 never stops early.
  public var patience: Int = 0
  /// How often the model is photographed while it learns.
  public var snapshotCount: Int
  /// Questions asked of each language and kind.
  public var questionLimit: Int

  public init(preset: Preset, worldFolder: String) {
    self.preset = preset
    self.worldFolder = worldFolder
    switch preset {
    case .trial:
      corpusBytes = 160_000
      vocabularySize = 400
      (layerCount, headCount, width, contextLength) = (2, 2, 32, 64)
      (batchSize, steps, warmupSteps) = (8, 60, 6)
      (learningRate, minimumLearningRate) = (4e-3, 4e-4)
      (validationInterval, snapshotCount, questionLimit) = (20, 4, 8)
    case .tiny:
      // In so little time only a few people can be learned, and only if few other tokens come between their facts;
      // a short context leaves fewer places at which each of them has to be understood.
      corpusBytes = 300_000
      people = 12
      vocabularySize = 1024
      (layerCount, headCount, width, contextLength) = (1, 8, 64, 32)
      (batchSize, steps, warmupSteps) = (16, 2800, 60)
      (learningRate, minimumLearningRate, averaging) = (1e-2, 1e-4, 0.99)
      (validationInterval, snapshotCount, questionLimit) = (100, 12, 1000)
    case .standard:
      corpusBytes = 17_000_000
      vocabularySize = 2048
      (layerCount, headCount, width, contextLength) = (2, 4, 128, 128)
      (batchSize, steps, warmupSteps) = (8, 9000, 200)
      (learningRate, minimumLearningRate) = (6e-3, 1e-4)
      (validationInterval, snapshotCount, questionLimit) = (200, 24, 1000)
    case .large:
      corpusBytes = 17_000_000
      vocabularySize = 4096
      (layerCount, headCount, width, contextLength) = (6, 6, 384, 256)
      (batchSize, steps, warmupSteps) = (16, 2400, 150)
      (learningRate, minimumLearningRate) = (1e-3, 1e-4)
      (validationInterval, snapshotCount, questionLimit) = (100, 12, 1000)
    }
  }

  /// Parameters of the model.
  public var parameterCount: Int { configuration.parameterCount }

  /// The shape of the model.
  public var configuration: Configuration {
    Configuration(
      layerCount: layerCount, headCount: headCount, width: width, contextLength: contextLength,
      vocabularySize: vocabularySize, dropout: dropout)
  }

  /// The town, or so much of it as the documents are about.
  /// - Throws: `WorldError` for the first mistake in its files.
  public func world() throws(WorldError) -> World {
    let whole = try World.load(folder: worldFolder)
    return people.map(whole.circle) ?? whole
  }

  /// Another length of training; the warm-up keeps its share.
  public mutating func setSteps(_ count: Int) {
    warmupSteps = max(1, warmupSteps * count / steps)
    validationInterval = max(1, min(validationInterval, count / 2))
    steps = count
  }
}
