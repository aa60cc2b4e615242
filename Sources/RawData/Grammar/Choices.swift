import Numerics

/// Makes the choices of a telling and adds up how surprising they were.
///
/// One and the same teller draws at random (to write documents) or follows a given path (to list
/// everything that a rule can say, with its probability).
struct Choices {
  private var random: RandomGenerator?
  private var path: [Int]
  private(set) var taken: [(choice: Int, count: Int)] = []
  /// `-Σ ln p` of the choices made, in nats.
  private(set) var surprisal = 0.0
  /// The product of the probabilities of the choices made.
  private(set) var probability = 1.0
  private var isEnough: ((Telling) -> Bool)?
  private let isRecorded: Bool

  /// - Parameter isRecorded: whether `taken` is kept, so that the path can be followed once more.
  init(random: RandomGenerator, isRecorded: Bool = false) {
    self.random = random
    self.isRecorded = isRecorded
    path = []
  }

  /// Follows `path`, then takes the first of every further choice, until `isEnough` says stop.
  init(path: [Int], until isEnough: @escaping (Telling) -> Bool = { _ in false }) {
    random = nil
    isRecorded = true
    self.path = path
    self.isEnough = isEnough
  }

  /// True when nothing that could still be told matters.
  func isFinished(_ telling: Telling) -> Bool { isEnough?(telling) ?? false }

  /// The generator after the choices, to go on with.
  var generator: RandomGenerator? { random }

  mutating func pick(_ weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    var choice = 0
    if random != nil {
      var point = random!.uniformDouble() * total
      while choice < weights.count - 1, point >= weights[choice] {
        point -= weights[choice]
        choice += 1
      }
    } else {
      choice = next(below: weights.count)
    }
    if isRecorded { taken.append((choice, weights.count)) }
    probability *= weights[choice] / total
    surprisal -= Portable.log(weights[choice] / total)
    return choice
  }

  mutating func pick(below count: Int) -> Int {
    precondition(count > 0, "a choice among \(count) things")
    var choice = 0
    if random != nil {
      choice = random!.below(count)
    } else {
      choice = next(below: count)
    }
    if isRecorded { taken.append((choice, count)) }
    probability /= Double(count)
    surprisal += Portable.log(Double(count))
    return choice
  }

  /// The choice that the path asks for; a path made for another telling may ask for too much.
  private func next(below count: Int) -> Int {
    taken.count < path.count ? min(path[taken.count], count - 1) : 0
  }

  /// Counts a choice among equally likely things that was made elsewhere.
  mutating func count(_ count: Int) {
    probability /= Double(count)
    surprisal += Portable.log(Double(count))
  }

  /// The path that comes after the one taken, in counting order; nil after the last.
  var nextPath: [Int]? {
    var path = taken
    while let last = path.popLast() {
      if last.choice + 1 < last.count {
        return path.map(\.choice) + [last.choice + 1]
      }
    }
    return nil
  }
}
