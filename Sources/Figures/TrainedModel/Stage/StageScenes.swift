import Charts
import Record
import Views

/// What happens at each step of the walk: words, a picture and the number to check, all from the recorded
/// way of the token that is followed.
struct StageScenes {
  struct Scene {
    var told: StageWalk.Told
    var value: String
    var picture: Picture

    init(_ told: StageWalk.Told, _ value: String, _ picture: some Chart) {
      self.told = told
      self.value = value
      self.picture = picture.picture
    }
  }

  let usage: UsageContext
  let words: StageWalk.Words
  let pass: FollowedPass
  let followed: FollowedRecord
  let knockouts: KnockoutRecord
  let layerCount: Int

  init(_ usage: UsageContext, _ words: StageWalk.Words) throws(FigureError) {
    self.usage = usage
    self.words = words
    pass = try usage.followed()
    layerCount = try usage.layerCount
    guard let followed = usage.answer.followed, let knockouts = usage.answer.knockouts,
      !usage.answer.readTokens.isEmpty
    else { throw usage.context.missing(usage.context.wording.reasons.noActivations) }
    self.followed = followed
    self.knockouts = knockouts
  }

  /// Something on the way that has to be recorded.
  func recorded<Value>(_ value: Value?) throws(FigureError) -> Value {
    guard let value else {
      throw usage.context.missing(usage.context.wording.reasons.noActivations)
    }
    return value
  }

  // MARK: Where the way begins

  var tokens: Scene {
    let (given, written) = (usage.answer.tokens.count, followed.read.count)
    var items = usage.answer.readTokens.map { TokenStrip.Item.token(TokenStrip.Token($0)) }
    if case .token(var last) = items.removeLast() {
      last.isFresh = true
      items.append(.token(last))
    }
    let shown = items.suffix(24)
    return Scene(
      words.tokens(given, written, usage.lastToken, usage.hasRepeatedTokens),
      written > 0
        ? ChangeCount.sum(given, less: 0, and: written) : Numbers.count(given),
      TokenStrip(
        rows: [
          TokenStrip.Row(
            label: shown.count < items.count
              ? words.rail.more(items.count - shown.count) : "", items: Array(shown))
        ]))
  }

  var embedding: Scene {
    get throws(FigureError) {
      let rows = try recorded(pass.embedding).tokens
      let keys = pass.shownKeys(Calculations.shownKeys)
      let own = rows[rows.count - 1]
      return Scene(
        words.embedding(
          usage.lastToken, Numbers.count(Int(usage.answer.readTokens.last?.id ?? 0)), own.count),
        Numbers.fixed(Double(own[0]), 3),
        map(keys.map { usage.label($0, within: 11) }, keys.map { rows[$0] }))
    }
  }

  var position: Scene {
    get throws(FigureError) {
      let (tokens, place, sum) = try recorded(pass.embedding)
      let own = tokens[tokens.count - 1]
      return Scene(
        words.position(usage.lastToken, tokens.count - 1), addition(own, place, sum),
        map([words.rows.token, words.rows.place, words.rows.sum], [own, place, sum]))
    }
  }

  var before: Scene {
    get throws(FigureError) {
      let rows = Array(pass.stream.prefix(2 * pass.layer + 1))
      let last = try recorded(rows.last)
      // After the embedding and after each block, at most so many as other pictures have rows.
      let blocks = FigureContext.spread(Array(0...pass.layer), Calculations.shownKeys)
      return Scene(
        words.before(pass.layer, Numbers.significant(UsageContext.length(last))),
        Numbers.fixed(Double(last[0]), 3),
        map(
          blocks.map { LayerGuesses.words(usage.context.language).guessLayer($0) },
          blocks.map { rows[2 * $0] }))
    }
  }

  // MARK: The MLP

  var mlp: Scene {
    get throws(FigureError) {
      let step = try recorded(pass.normalization(.second))
      let context = usage.context
      let count = try usage.tensor("blocks.\(pass.layer).mlp.hook_post", rank: 2).shape[1]
      return Scene(
        words.mlp(
          StageWalk.Words.Neurons(
            mean: Numbers.fixed(step.mean, 4), deviation: Numbers.fixed(step.deviation, 4),
            count: Numbers.count(count), token: followed.token.shown)),
        Numbers.fixed(followed.push, 2),
        MLPNeurons.chart(
          of: Array(followed.neurons.prefix(Calculations.shownKeys)),
          MLPNeurons.words(context.language)))
    }
  }

  var added: Scene {
    get throws(FigureError) {
      let sum = try recorded(pass.additions)
      let guess = usage.answer.layerGuesses.first { $0.layer == pass.layer + 1 }?.candidates.first
      return Scene(
        words.added(guess?.token.shown, Numbers.percent(guess?.probability ?? 0)),
        addition(sum.between, sum.mlp, sum.after),
        map(
          [words.rows.between, words.rows.mlp, words.rows.after],
          [sum.between, sum.mlp, sum.after]))
    }
  }

  // MARK: The end

  var further: Scene {
    get throws(FigureError) {
      let context = usage.context
      let told = LayerGuesses.told(of: usage.answer, LayerGuesses.words(context.language))
      let final = try recorded(told.last?.guess.candidates.first)
      let settled = try recorded(
        told.first { $0.guess.candidates.first?.token.id == final.token.id })
      let rest = told.filter { $0.guess.layer > pass.layer }
      return Scene(
        words.further(pass.layer + 1, layerCount - 1, settled.place),
        Numbers.percent(final.probability),
        LayerGuesses.chart(of: FigureContext.spread(rest, 8), final: final, context))
    }
  }

  var logits: Scene {
    get throws(FigureError) {
      let context = usage.context
      let candidates = try recorded(context.exhibits.followedCandidates)
      guard let first = candidates.first, let second = candidates.dropFirst().first else {
        throw context.missing(context.wording.reasons.noChoices)
      }
      return Scene(
        words.logits(
          StageWalk.Words.Logits(
            count: Numbers.count(try context[.architecture].vocabularySize),
            first: first.token.shown, probability: Numbers.percent(first.probability),
            second: second.token.shown, isFollowed: first.token.id == followed.token.id)),
        Calculations.ratio(first, second),
        Charts.Picture.bars(
          Logits.chart(
            of: candidates.prefix(Calculations.shownKeys), Logits.words(context.language))))
    }
  }

  // MARK: Shared

  /// Rows of numbers, the first few of each.
  func map(_ labels: [String], _ rows: [[Float]]) -> HeatMap {
    let shown = min(Calculations.shown, rows.map(\.count).min() ?? 0)
    return HeatMap(
      panels: [HeatMap.Panel("", rows.map { Array($0.prefix(shown)) })],
      palette: .divergingComputed, rowLabels: labels, rowAxis: words.rows.rowAxis,
      columnAxis: words.rows.numberAxis, valueAxis: usage.context.wording.usage.activationAxis)
  }

  /// The first number of an addition, written out.
  func addition(_ row: [Float], _ other: [Float], _ sum: [Float]) -> String {
    "\(Calculations.first(of: row, plus: other)) ≈ \(Numbers.fixed(Double(sum[0]), 3))"
  }
}
