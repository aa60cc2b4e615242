import Names

// U1 and U2: how people ask.
extension Exhibits {
  /// The requests in the reader's language; where there are none, all.
  public var ownRequests: [AskingRecord.RequestRecord] {
    let all = run[.asking]?.requests ?? []
    let own = all.filter { $0.language == language }
    return own.isEmpty ? all : own
  }

  /// The request that is told of: the first on which recasting made the greatest difference; where it made
  /// none, the first that was recast.
  public var toldRequest: AskingRecord.RequestRecord? {
    let recast = ownRequests.filter { $0.recast != $0.text }
    let gains = recast.map { $0.right - $0.rightAsTyped }
    guard let most = gains.max(), let place = gains.firstIndex(of: most) else { return nil }
    return recast[place]
  }

  /// The request on which recasting lost most right answers, of several the first; nil where it lost none.
  public var harmedRequest: AskingRecord.RequestRecord? {
    let losses = ownRequests.map { $0.rightAsTyped - $0.right }
    guard let most = losses.max(), most > 0, let place = losses.firstIndex(of: most) else {
      return nil
    }
    return ownRequests[place]
  }

  /// The translation from the reader's language.
  public var ownTranslation: AskingRecord.Translation? {
    run[.asking]?.translations.first { $0.from == language }
  }

  /// The sentence in another language that is told of: the surest.
  public var foreignSentence: AskingRecord.Sentence? {
    (run[.asking]?.sentences ?? []).filter { $0.tongue.language == nil }
      .max { $0.neither < $1.neither }
  }

  /// The sentence whose score is worked out by hand: the first with letters of both scripts.
  public var mixedSentence: AskingRecord.Sentence? {
    (run[.asking]?.sentences ?? []).first { $0.scripts.latin > 0 && $0.scripts.japanese > 0 }
  }
}

extension AskingRecord.Sentence {
  /// Its letters from A to Z, and its kana and kanji.
  public var scripts: (latin: Int, japanese: Int) {
    text.unicodeScalars.reduce(into: (0, 0)) { counts, scalar in
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: counts.0 += 1
      case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x4E00...0x9FFF: counts.1 += 1
      default: break
      }
    }
  }

  /// Whether the greatest score is that of what it is written in.
  public var isRecognized: Bool {
    switch tongue.language {
    case .english: english > max(japanese, neither)
    case .japanese: japanese > max(english, neither)
    case nil: neither > max(english, japanese)
    }
  }
}
