import Charts
import Names
import Record

/// The walk of one token through the model, step by step: the token that carries the fact, through the head
/// without which that token loses most.
struct StageWalk: FigureDefinition {
  let name = "stage"
  let row = "U3"

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let scenes = try StageScenes(usage, words)
    let frames = try frames(scenes)
    let (pass, knockouts) = (scenes.pass, scenes.knockouts)
    let without = knockouts.removals.first { $0.layer == pass.layer && $0.head == pass.head }
    let place = context.exhibits.followedToken
    let probability = { (guesses: [KnockoutRecord.Guess]) in
      Numbers.percent(Exhibits.probability(guesses, at: place))
    }
    return context.figure(
      words.title,
      words.description(
        Words.Course(
          token: usage.lastToken, next: scenes.followed.token.shown, layer: pass.layer,
          head: pass.head, intact: probability(knockouts.intact),
          without: probability(without?.guesses ?? []),
          isFact: usage.answer.kind == .question && usage.answer.isRight != nil)),
      DataTable(
        words.columns, frames.map { [$0.title, $0.check.value, $0.check.name] }),
      Film(frames))
  }

  /// The frames in their order; those of blocks before and behind only where there are such.
  private func frames(_ scenes: StageScenes) throws(FigureError) -> [Film.Frame] {
    let rail = StageRail(scenes)
    var frames: [Film.Frame] = []
    func add(
      _ scene: StageScenes.Scene, _ place: Stage.Place, isEnd: Bool = false,
      links: Film.Links? = nil, from quantity: Quantity? = nil
    ) {
      var frame = Film.Frame(
        scene.told.title, sentence: scene.told.sentence,
        check: Film.Check(scene.value, scene.told.check),
        Stage(strip: rail.strip(isEnd: isEnd), parts: rail.parts, place: place, scene.picture))
      frame.links = links
      frame.origin = scenes.origin(quantity)
      frames.append(frame)
    }
    let heads = HeadByHead.links(
      of: scenes.knockouts, at: scenes.usage.context.exhibits.followedToken,
      scenes.words.otherHeads)
    let others = TokenByToken.links(of: scenes.usage.answer, scenes.words.otherTokens)
    for (step, scene) in [scenes.tokens, try scenes.embedding, try scenes.position].enumerated() {
      add(scene, Stage.Place(0, step), from: scenes.startQuantities[step])
    }
    if let place = rail.before {
      add(try scenes.before, Stage.Place(place), from: scenes.arriving)
    }
    let attention = [
      try scenes.normalization, try scenes.query, try scenes.keys, try scenes.product,
      try scenes.scores, try scenes.mask, try scenes.softmax, try scenes.mix, try scenes.heads,
    ]
    for (step, scene) in attention.enumerated() {
      // A normalization is that of the whole block.
      add(
        scene, Stage.Place(rail.attention, step), links: step > 0 ? heads : nil,
        from: scenes.attentionQuantities[step])
    }
    for (step, scene) in [try scenes.mlp, try scenes.added].enumerated() {
      add(
        scene, Stage.Place(rail.attention + 1, step), from: step == 1 ? scenes.leaving : nil)
    }
    if let place = rail.behind { add(try scenes.further, Stage.Place(place)) }
    add(
      try scenes.logits, Stage.Place(rail.parts.count - 1), isEnd: true, links: others,
      from: scenes.probability)
    return frames
  }
}

/// What stays the same on the stage: the tokens on top, the parts at the side.
struct StageRail {
  let parts: [Stage.Part]
  /// Places of the parts that some models lack, and of the attention that is followed.
  let before: Int?
  let attention: Int
  let behind: Int?
  private let prompt: [TokenPiece]
  private let answer: [TokenPiece]
  private let written: Int
  private let words: StageWalk.Words.Rail
  /// Tokens at the beginning and at the end of a long prompt that are shown.
  private static let shown = (first: 6, last: 24)

  init(_ scenes: StageScenes) {
    let (layer, layerCount) = (scenes.pass.layer, scenes.layerCount)
    let words = scenes.words.rail
    let blocks = { (range: Range<Int>) -> [Stage.Part] in
      guard let first = range.first, let last = range.last else { return [] }
      let name = words.blocks(first...last)
      return [Stage.Part(.branch, name.name, short: name.short)]
    }
    let (earlier, later) = (blocks(0..<layer), blocks(layer + 1..<layerCount))
    let (own, mlp) = (words.attention(layer), words.mlp(layer))
    let start = Stage.Part(.start, "", short: words.start, steps: words.steps.start)
    let block = [
      Stage.Part(.branch, own.name, short: own.short, steps: words.steps.attention),
      Stage.Part(.branch, mlp.name, short: mlp.short, steps: words.steps.mlp),
    ]
    parts =
      [start] + earlier + block + later + [Stage.Part(.end, words.logits, short: words.logits)]
    before = earlier.isEmpty ? nil : 1
    attention = 1 + earlier.count
    behind = later.isEmpty ? nil : 3 + earlier.count
    prompt = scenes.usage.answer.tokens
    answer = scenes.knockouts.tokens
    written = scenes.followed.read.count
    self.words = words
  }

  /// - Parameter isEnd: whether the token that comes next has been found.
  func strip(isEnd: Bool) -> [Stage.Item] {
    func item(_ piece: TokenPiece, _ state: Stage.State) -> Stage.Item {
      let isPlain = state == .read && piece.isSpecial
      return .token(AttentionRows.label(piece), isPlain ? .special : state)
    }
    var items = [Stage.Item.label(words.prompt)]
    let hidden = prompt.count - Self.shown.first - Self.shown.last
    for (place, piece) in prompt.enumerated() {
      if hidden > 0, place == Self.shown.first { items.append(.label(words.more(hidden))) }
      if hidden > 0, (Self.shown.first..<Self.shown.first + hidden).contains(place) { continue }
      let isLast = written == 0 && place == prompt.count - 1
      items.append(item(piece, isLast ? .followed : .read))
    }
    items.append(.label(words.answer))
    for (place, piece) in answer.enumerated() {
      let state: Stage.State =
        place < written - 1
        ? .read
        : place == written - 1
          ? .followed : place == written ? (isEnd ? .found : .next) : .later
      items.append(item(piece, state))
    }
    return items
  }
}
