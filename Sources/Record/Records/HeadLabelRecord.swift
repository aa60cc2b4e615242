import Names

/// U3: what each attention head of the model was seen to do, and the labels that follow from it.
public struct HeadLabelRecord: Codable, Sendable {
  /// A head has the label of every behaviour that it shows in at least this share of the places.
  public var threshold: Double
  /// Documents of the validation part that were read, and their tokens.
  public var documents: Int
  public var tokens: Int
  /// Rows of tokens at random that were read twice in a row, and the tokens of one of them.
  public var probes: Int
  public var probeLength: Int
  /// Questions that were asked; 0 where no truth is known.
  public var questions: Int
  /// The names, as tokens of the questions, of which it was judged what a head hands on.
  public var names: [TokenPiece]
  /// In how many places each behaviour was looked for; behaviours that could not be are left out.
  public var judged: [Judged]
  /// Block by block.
  public var heads: [Head]

  public struct Judged: Codable, Sendable, Equatable {
    public var behaviour: HeadBehaviour
    public var places: Int

    package init(behaviour: HeadBehaviour, places: Int) {
      self.behaviour = behaviour
      self.places = places
    }
  }

  public struct Head: Codable, Sendable {
    /// Block and head in it, from 0.
    public var layer: Int
    public var head: Int
    /// In the order of ``HeadLabelRecord/judged``.
    public var scores: [Score]
    /// In the order of the scores; none where no score reaches the threshold.
    public var labels: [HeadBehaviour]

    package init(layer: Int, head: Int, scores: [Score], labels: [HeadBehaviour]) {
      self.layer = layer
      self.head = head
      self.scores = scores
      self.labels = labels
    }
  }

  public struct Score: Codable, Sendable, Equatable {
    public var behaviour: HeadBehaviour
    /// Places in which the head behaves like that.
    public var count: Int
    /// Of all places that were judged, 0 to 1.
    public var share: Double

    package init(behaviour: HeadBehaviour, count: Int, share: Double) {
      self.behaviour = behaviour
      self.count = count
      self.share = share
    }
  }

  package init(
    threshold: Double, documents: Int, tokens: Int, probes: Int, probeLength: Int, questions: Int,
    names: [TokenPiece], judged: [Judged], heads: [Head]
  ) {
    self.threshold = threshold
    self.documents = documents
    self.tokens = tokens
    self.probes = probes
    self.probeLength = probeLength
    self.questions = questions
    self.names = names
    self.judged = judged
    self.heads = heads
  }

  /// In how many places a behaviour was looked for; nil where it was not.
  public func places(_ behaviour: HeadBehaviour) -> Int? {
    judged.first { $0.behaviour == behaviour }?.places
  }
}

extension HeadLabelRecord.Head {
  public func score(_ behaviour: HeadBehaviour) -> HeadLabelRecord.Score? {
    scores.first { $0.behaviour == behaviour }
  }
}

/// Where one head looks most in one text: in how many places, from the third on, at each of three tokens.
public struct HeadLook: Codable, Sendable, Equatable {
  /// Block and head in it, from 0.
  public var layer: Int
  public var head: Int
  /// At the token just before.
  public var previous: Int
  /// At the token itself.
  public var itself: Int
  /// At the first token of the text.
  public var first: Int

  package init(layer: Int, head: Int, previous: Int, itself: Int, first: Int) {
    self.layer = layer
    self.head = head
    self.previous = previous
    self.itself = itself
    self.first = first
  }
}
