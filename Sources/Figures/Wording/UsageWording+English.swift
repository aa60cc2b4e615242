import Charts
import Names

extension UsageWording {
  static let english = UsageWording(
    noAnswer: "this run recorded no answer to a prompt",
    noActivations: "this run kept no numbers from inside the model for a prompt",
    stepsTitle: "From the prompt as it arrived to what the model is given",
    arrived: "As it arrived",
    step: { name in
      switch name {
      case .normalization: "Characters brought to one form"
      case .language: "Language decided"
      case .role: "Role tokens put around it"
      }
    },
    unchanged: "nothing had to change",
    stepsDescription: { prompt, language, scores in
      "“\(prompt)” is taken for \(language) (\(scores)). Underlined text was put in."
    },
    stepsColumns: ["Step", "Before", "After"],
    score: { language, score in "\(language) \(score)" },
    tokensTitle: "The prompt as tokens",
    tokensDescription: { count in
      "\(count) are given to the model. Boxes with a dashed border are special: they tell the language "
        + "and the role, and never come from text."
    },
    positionAxis: "position",
    dimensionAxis: "dimension",
    embeddingTitle: "Each token becomes a vector",
    embeddingPanels: ("token embedding", "position embedding", "their sum enters the first block"),
    activationAxis: "value",
    embeddingDescription: { positions, shown, width in
      "\(NameWording.english(positions, "position")); of each vector's \(width) numbers the first \(shown) "
        + "are shown. Token and position are added number by number."
    },
    activationColumns: ["Token", "First eight values"],
    vectorsTitle: "Query, key and value of each position",
    vectorsDescription: { layer, head, width, positions in
      "Layer \(layer), head \(head): three vectors of \(width) numbers for each of \(positions) positions. "
        + "A query asks, a key offers, a value is what is passed on."
    },
    query: "looking from (query)",
    key: "looking at (key)",
    vectorNames: ["query", "key", "value"],
    scoreAxis: "score q·k / √width",
    scoresTitle: "Scores: how well each query fits each key",
    scoresDescription: { layer, head, width in
      "Layer \(layer), head \(head): the product of query and key, divided by the square root of \(width). "
        + "Hatched cells lie in the future and are masked."
    },
    attentionAxis: "attention weight (each row adds up to 1)",
    patternTitle: "The attention pattern: softmax of the scores",
    patternDescription: { layer, head, from, to, weight in
      "Layer \(layer), head \(head). Each row says where one position looks. The last one, “\(from)”, looks "
        + "most at “\(to)” (\(weight))."
    },
    patternColumns: ["Looking from", "Looks most at", "#Weight"],
    headsTitle: "All heads side by side",
    headName: { layer, head in "L\(layer)H\(head)" },
    headsDescription: { layers, heads, sharpest in
      "\(NameWording.english(layers, "layer")) of \(NameWording.english(heads, "head")). L0H1 is layer 0, "
        + "head 1. Positions count from 0 at the left upper corner. The sharpest is \(sharpest); others "
        + "spread their look."
    },
    headsColumns: ["Head", "#Mean of the greatest weight", "Last position looks most at"],
    residualTitle: "The residual stream: what each part adds",
    residualStages: (
      embedding: "embedding", attention: { "+ attention \($0)" }, mlp: { "+ MLP \($0)" }
    ),
    residualDescription: { token, shown, first, last in
      "The vector of the last position, “\(token)”, after each part; the first \(shown) numbers. Its length "
        + "grows from \(first) to \(last), for parts only add to it."
    },
    residualColumns: ["After", "#Length", "First eight values"],
    stageAxis: "after this part",
    mlpTitle: "Inside an MLP: the neurons that answer most",
    mlpAxis: "value after GELU",
    neuron: { "neuron \(Numbers.count($0))" },
    mlpDescription: { layer, neurons, active, token in
      "Layer \(layer), last position (“\(token)”): of \(neurons) neurons, \(active) have a value above 0.5. "
        + "The strongest are shown."
    },
    mlpColumns: ["Neuron", "#Value"],
    logitsTitle: "Logits and what softmax makes of them",
    logitAxis: "logit",
    logitsText: { logit, probability in "\(logit) → \(probability)" },
    logitsDescription: { token, logit, probability in
      "The highest score goes to “\(token)”: logit \(logit), which softmax turns into \(probability)."
    },
    guessesTitle: "What would it say if it stopped here?",
    guessLayer: { layer in layer == 0 ? "embedding only" : "after block \(layer - 1)" },
    guessesDescription: { token, layer in
      "The residual stream after each block, read as if it were the last. The final guess, “\(token)”, "
        + "comes first \(layer)."
    },
    guessesColumns: ["After", "First guess", "#Probability", "Second guess", "Third guess"],
    noGuesses: "this run recorded no guesses by layer",
    insideTitle: "One prompt's way through the model",
    insideDescription: { positions, layers, answer in
      "\(NameWording.english(positions, "position")) pass \(NameWording.english(layers, "block")). Each box "
        + "shows the shape of what is computed and the range of its values. The first token written is "
        + "“\(answer)”."
    },
    insideColumns: ["Activation", "Shape", "#Least", "#Greatest"],
    seenRange: { least, greatest in "values \(least) to \(greatest)" },
    choicesTitle: "The hardest choice: what could come next",
    choicesDescription: { number, chosen, probability, kept in
      "Token \(number) of the answer. “\(chosen)” was chosen (\(probability)); "
        + "\(NameWording.english(kept, "candidate")) stood above the cut."
    },
    draw: { "drawn at \($0)" },
    greedy: "the most likely is taken",
    probabilityAxis: "probability",
    adjustedAxis: "probability after temperature and cut",
    choiceColumns: ["Token", "#Logit", "#Probability", "#After temperature and cut", "Kept"],
    yes: "yes",
    no: "no",
    noChoices: "this run recorded no choices of tokens",
    filmTitle: "The answer, token by token",
    filmStep: { number, before in
      before.isEmpty ? "Choice \(number)" : "Choice \(number), after “\(before)”"
    },
    filmCaption: { entropy, draw in "entropy \(entropy) nats; \(draw)" },
    filmDescription: { count, text in
      "The first \(NameWording.english(count, "choice")) on the way to “\(text)”, with the candidates that "
        + "were not taken."
    },
    filmColumns: ["#Number", "Chosen", "#Probability", "Second", "#Entropy (nats)"],
    afterTitle: "After the model: tidying the raw text",
    afterRaw: "What the model wrote, and what became of it",
    afterFinal: "What the reader gets",
    afterDescription: { rules in
      rules == 0
        ? "No rule fired: the raw text is the answer."
        : "\(NameWording.english(rules, "rule")) fired. Struck-through text was removed, underlined text "
          + "put in."
    },
    afterRule: { rule in
      switch rule {
      case .brokenCharacters: "broken characters"
      case .whiteSpace: "white space"
      case .unfinishedSentence: "unfinished sentence"
      }
    },
    afterUntouched: "no rule fired",
    afterColumns: ["Rule", "Before", "After"],
    formsTitle: "One answer, delivered in three forms",
    forms: (
      page: "On a page", json: "As JSON, for programs (nakami ask --json)",
      report: "As a report (nakami ask)"
    ),
    formsDescription:
      "The same answer for a reader, for a program and for a file. In the JSON, … stands "
      + "for what a list holds.",
    formsColumns: ["Form", "Text"]
  )
}
