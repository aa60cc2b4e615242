import Names

extension LiveWords.Sentences {
  static let english = LiveWords.Sentences(
    empty: "Write something, and the model goes on with it.",
    unread: {
      "This model has no token for “\($0)”, so it can’t read the text. Leave that out, or write it another way."
    },
    notFinite: "The numbers in this model grow beyond what a computer holds; it can’t answer.",
    said: { "The model writes: \($0)" },
    nothingWritten: "The model writes nothing and ends at once.",
    ends: { reason in
      switch reason {
      case .endToken: "Then it ends the answer itself."
      case .stopString, .limit: "It was stopped there: no more tokens were asked for."
      case .contextFull: "It was stopped there: there is no room for more tokens."
      }
    },
    cutPrompt: "The text is longer than the model’s view; only its end was given to the model.",
    without: { "Without \($0)." },
    remark: { remark in
      switch remark {
      case .temperature:
        "The temperature has to be 0 (always the likeliest) or from 0.001 to 100; 0 is used."
      case .topK: "Top-k has to be 0 (off) or a whole number of tokens; it is off."
      case .topP: "Top-p has to be above 0 and at most 1 (off); it is off."
      case .seed: "The seed has to be a whole number from 0 on; 1 is used."
      case .tokens: "The longest answer has to be from 1 to 1000 tokens; 32 is used."
      case .part: "The address takes away a part that this model has not; it was left out."
      case .change:
        "A change names a word of several tokens, or a place that this model has not; it was left out."
      case .fork: "The address takes a road that there is not; it was left out."
      case .kind: "The address asks for something unknown; it is taken as a question."
      case .longText(let count): "Of the text the first \(count) characters are taken."
      }
    },
    given: "What the model is given",
    givenNote: { count in
      "\(count) tokens. Unlike in a terminal, your text is not put into other words here: the model "
        + "gets it as it is, without white space at its ends."
    },
    mergeByMerge: "Your text, merge by merge",
    merges: { "after \($0) merges" },
    moreMerges: { "… and \($0) more merges" },
    answer: "What it writes",
    answerNote: "Choose a token to see how it was chosen, and to take another road there.",
    step: { "token \($0): \($1)" },
    choice: { "How token \($0) was chosen" },
    choiceDescription: { chosen, probability, kept in
      "“\(chosen)” was chosen; its probability is \(probability). Tokens above the cut: \(kept)."
    },
    greedy: "At temperature 0 the likeliest is taken, without a draw.",
    drawn: { stretch, token in "The draw: \(stretch), which is the stretch of “\(token)”." },
    forced: "You took this road; the model did not choose it.",
    choiceColumns: [
      ("Token", false), ("Logit", true), ("Scaled", true), ("Probability", true),
      ("After temperature and cut", true), ("Kept", false),
    ],
    kept: "yes",
    cut: { filter in
      switch filter {
      case .greedy: "no, by temperature 0"
      case .topK: "no, by top-k"
      case .topP: "no, by top-p"
      case .minP: "no, by min-p"
      }
    },
    probability: "probability",
    road: "Take another road here:",
    take: { "“\($0)”" },
    ownRoad: "back to the model’s own choice",
    parts: "The parts of the model",
    partsNote: "Choose a part to knock it out, and again to put it back. The answer above follows.",
    partName: { part, layer, head in
      if let head { return "L\(layer)H\(head)" }
      return part == .mlp ? "MLP \(layer)" : "attention \(layer)"
    },
    isOut: "knocked out",
    whole: "Put all parts back",
    tryParts: "Try each part: judge this answer without one after the other",
    stopTrying: "Hide what each part is worth",
    tried: "This answer, without one part after the other",
    triedDescription: { part, before, after in
      "No part is missed more than \(part): without it the probability of the whole answer goes from "
        + "\(before) to \(after)."
    },
    nothing: "nothing",
    removed: "what is removed",
    token: "token of the answer",
    byHand: "Change the model by hand",
    byHandNote: """
      Give a token the vector of another (Mira=Tobin), take its vector away (Mira=0), or write one \
      parameter anew (wte.weight[392,17]=0.5). Everything on this page follows; the saved model stays.
      """,
    changeLabel: "Change",
    changeExample: "Mira=Tobin",
    changeButton: "Change it",
    takeBack: { "\($0) · take it back" },
    model: "model",
    asLearned: "as it was learned",
    asChanged: "changed by hand",
    changed: "What the change does to the answer",
    changedDescription: { text, before, after in
      "As it was learned, the model writes “\(text)”. The probability of that goes from \(before) to \(after)."
    },
    looks: { "Where head L\($0)H\($1) looks" },
    looksDescription: { from, to, weight in
      "Each row says where one position looks. The last one, “\(from)”, looks most at “\(to)” (\(weight))."
    },
    looksColumns: [("Looking from", false), ("Looks most at", false), ("Weight", true)],
    query: "looking from (query)",
    key: "looking at (key)",
    weight: "attention weight (each row adds up to 1)",
    pointed: "the greatest of the last row",
    heads: "Another head:",
    lens: "What would it say if it stopped here?",
    lensDescription: { after, token in
      "What comes after “\(after)”: the residual stream after each part, read as if it were the last. "
        + "In the end “\(token)” is likeliest."
    },
    lensColumns: [
      ("After", false), ("First guess", false), ("Probability", true), ("Second guess", false),
    ],
    place: { block, isMiddle in
      block == 0
        ? "embedding only" : "after \(isMiddle ? "attention" : "MLP") of block \(block - 1)"
    },
    followed: { token, rank, probability in "“\(token)”: rank \(rank), \(probability)" },
    guessFirst: "Guess each token before it is shown",
    stopGuessing: "Stop guessing and show it all",
    guessing: "Your guess against the model",
    guessNote: """
      Surprise is −ln of the probability, in nats: 0 for what is certain. The last column is what the model \
      itself has to expect there.
      """,
    guessLabel: "The next token begins with",
    guessButton: "Guess",
    guessColumns: [
      ("Token", true), ("Your guess", false), ("Your surprise", true), ("It came", false),
      ("Its surprise", true), ("Expected", true),
    ],
    guessSum: { yours, own, floor in
      "On average: you \(yours) nats, what came \(own), expected \(floor)."
    },
    pass: "(none)",
    command: "The same as a command",
    commandNote: "The saved model answers so in a terminal, with the same tokens:",
    copy: "Copy",
    noCommand: """
      There is no command for this text: it spells one of the model’s special tokens, which a command line \
      would take for the token itself, or it has signs that cannot be seen.
      """
  )
}
