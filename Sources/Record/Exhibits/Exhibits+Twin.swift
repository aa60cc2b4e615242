import Names

// L5c: what a model knows because of some documents, and its twin does not.
extension Exhibits {
  /// The twins of a fact, where both were asked about it.
  public var twin: TwinRecord? {
    run[.twin].flatMap { $0.fact == nil || $0.asked.isEmpty ? nil : $0 }
  }

  /// All ways to ask, those of the reader's language first.
  public var twinAsked: [TwinRecord.Asked] {
    let asked = twin?.asked ?? []
    return asked.filter { $0.language == language } + asked.filter { $0.language != language }
  }

  /// The first way that training uses, in the reader's language if there is one.
  public var twinQuestion: TwinRecord.Asked? { twinAsked.first { $0.isTaught } ?? twinAsked.first }

  /// What could be true, as the reader's language says it.
  public var twinValues: [String] { twin?.fact?.values.map { $0[language] } ?? [] }

  /// The value that the twin expects most where something else is true, of several the first; nil where it
  /// expects none.
  public var twinRival: (value: String, whole: Double, twin: Double)? {
    guard let place = twin?.fact?.place, let asked = twinQuestion else { return nil }
    let values = twinValues
    let others = values.indices.filter {
      $0 != place && asked.twin.probabilities.indices.contains($0)
        && asked.whole.probabilities.indices.contains($0)
    }
    guard let greatest = others.map({ asked.twin.probabilities[$0] }).max(), greatest > 0,
      let rival = others.first(where: { asked.twin.probabilities[$0] == greatest })
    else { return nil }
    return (values[rival], asked.whole.probabilities[rival], greatest)
  }

  /// The probability of what is true, as either of the two states it.
  public func probabilityOfTruth(_ reply: TwinRecord.Reply) -> Double? {
    guard let place = twin?.fact?.place, reply.probabilities.indices.contains(place) else {
      return nil
    }
    return reply.probabilities[place]
  }

  /// Its course in the reader's language, or in another where it was not asked in that.
  public var twinCourse: [TwinRecord.Point] {
    let course = twin?.course ?? []
    let own = course.filter { $0.language == twinQuestion?.language }
    return own.isEmpty ? course.filter { $0.language == course.first?.language } : own
  }

  /// The sentences that the twin never read, those of the reader's language first, and of these those that
  /// most documents hold.
  public var twinSentences: [TwinRecord.Sentence] {
    let places = (twin?.sentences ?? []).enumerated()
    let rank = { (place: (offset: Int, element: TwinRecord.Sentence)) in
      (place.element.language == language ? 0 : 1, -place.element.documents, place.offset)
    }
    return places.sorted { rank($0) < rank($1) }.map(\.element)
  }

  /// The loss of both on some documents.
  public func twinLoss(_ text: TwinText) -> TwinRecord.Loss? {
    twin?.losses.first { $0.text == text && $0.tokens > 0 }
  }

  /// Questions about anything else.
  public var twinOthers: (asked: Int, whole: Int, twin: Int)? {
    guard let groups = twin?.groups.filter({ $0.kind != .about }), !groups.isEmpty else {
      return nil
    }
    return (
      groups.reduce(0) { $0 + $1.asked }, groups.reduce(0) { $0 + $1.whole },
      groups.reduce(0) { $0 + $1.twin }
    )
  }
}
