import Names

extension ImprovementRecord {
  /// How a version learned on, and what could be seen of it.
  public struct Learning: Codable, Sendable {
    public var way: ImprovementWay
    /// What people said, counted.
    public var feedback: FeedbackCount
    /// Documents that were made of corrections, those of its parents among them, and earlier documents that
    /// were mixed in; 0 where none were.
    public var exampleDocuments: Int
    public var replayedDocuments: Int
    /// Rows of a batch, and how many of them hold examples.
    public var batchSize: Int
    public var exampleRows: Int
    public var steps: Int
    /// At the first step; it falls to nothing.
    public var learningRate: Double
    /// Of each batch before its step.
    public var losses: [Losses]
    /// Steps after which was looked, 0 first.
    public var looks: [Int]
    public var watched: [Watched]
    /// How far the weights moved from those of the parent, block by block.
    public var moved: [Moved]
    public var sizes: [SizeOfChange]
    public var weight: WeightWay

    package init(
      way: ImprovementWay, feedback: FeedbackCount, exampleDocuments: Int, replayedDocuments: Int,
      batchSize: Int, exampleRows: Int, steps: Int, learningRate: Double, losses: [Losses],
      looks: [Int], watched: [Watched], moved: [Moved], sizes: [SizeOfChange], weight: WeightWay
    ) {
      self.way = way
      self.feedback = feedback
      self.exampleDocuments = exampleDocuments
      self.replayedDocuments = replayedDocuments
      self.batchSize = batchSize
      self.exampleRows = exampleRows
      self.steps = steps
      self.learningRate = learningRate
      self.losses = losses
      self.looks = looks
      self.watched = watched
      self.moved = moved
      self.sizes = sizes
      self.weight = weight
    }
  }

  /// What people said about the prompts of a story.
  public struct FeedbackCount: Codable, Sendable, Equatable {
    public var entries: Int
    /// Prompts of which a correction has more than half of the votes, of which nothing has, and whose
    /// answer stays as it was.
    public var agreed: Int
    public var contradicting: Int
    public var staying: Int
    /// Sixteen hexadecimal digits that tell these entries from others.
    public var fingerprint: String

    package init(
      entries: Int, agreed: Int, contradicting: Int, staying: Int, fingerprint: String
    ) {
      self.entries = entries
      self.agreed = agreed
      self.contradicting = contradicting
      self.staying = staying
      self.fingerprint = fingerprint
    }
  }

  /// The loss of one batch by what its rows hold, nats per token.
  public struct Losses: Codable, Sendable, Equatable {
    public var step: Int
    public var examples: Double
    /// Nil where nothing is replayed.
    public var replayed: Double?

    package init(step: Int, examples: Double, replayed: Double?) {
      self.step = step
      self.examples = examples
      self.replayed = replayed
    }
  }

  /// A prompt whose two answers are followed while the model learns.
  public struct Watched: Codable, Sendable {
    public var prompt: String
    public var language: Language
    /// Whether its correction is among the examples.
    public var isUsed: Bool
    /// What people want, and what the model as it was built answered.
    public var chosen: String
    public var rejected: String
    /// Log-probability of each whole answer with its end, in nats, at each look.
    public var chosenLog: [Double]
    public var rejectedLog: [Double]
    /// The first minus the second.
    public var margins: [Double]

    package init(
      prompt: String, language: Language, isUsed: Bool, chosen: String, rejected: String,
      chosenLog: [Double], rejectedLog: [Double], margins: [Double]
    ) {
      self.prompt = prompt
      self.language = language
      self.isUsed = isUsed
      self.chosen = chosen
      self.rejected = rejected
      self.chosenLog = chosenLog
      self.rejectedLog = rejectedLog
      self.margins = margins
    }
  }

  /// How far the weights of one part moved.
  public struct Moved: Codable, Sendable, Equatable {
    public var part: ModelPart
    /// Block, from 0; nil outside of the blocks.
    public var layer: Int?
    public var count: Int
    /// Root of the mean square of the weights before, and of their changes.
    public var weightRMS: Double
    public var changeRMS: Double
    /// The largest change, whichever its sign.
    public var largest: Double

    package init(
      part: ModelPart, layer: Int?, count: Int, weightRMS: Double, changeRMS: Double,
      largest: Double
    ) {
      self.part = part
      self.layer = layer
      self.count = count
      self.weightRMS = weightRMS
      self.changeRMS = changeRMS
      self.largest = largest
    }

    /// The change as a share of the weights.
    public var share: Double { weightRMS == 0 ? 0 : changeRMS / weightRMS }
  }

  /// How many weights changed by how much.
  public struct SizeOfChange: Codable, Sendable, Equatable {
    /// Smaller than this, and not smaller than the one before; nil for all that is larger.
    public var below: Double?
    public var count: Int

    package init(below: Double?, count: Int) {
      self.below = below
      self.count = count
    }
  }

  /// The weight that moved farthest, at each look.
  public struct WeightWay: Codable, Sendable, Equatable {
    public var parameter: String
    /// Row and column; the row is 0 in a vector.
    public var row: Int
    public var column: Int
    public var values: [Double]

    package init(parameter: String, row: Int, column: Int, values: [Double]) {
      self.parameter = parameter
      self.row = row
      self.column = column
      self.values = values
    }
  }
}
