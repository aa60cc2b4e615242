import Record

extension ModelWording {
  static let english = ModelWording(
    mapTitle: "The whole Transformer, one block opened",
    mapDescription: { layers, width, parameters in
      "From token ids at the top to a score for every possible next token at the bottom: embeddings, "
        + "\(NameWording.english(layers, "block")) of attention and MLP that each add to a residual "
        + "stream \(width) numbers wide, a last normalization, and the unembedding. \(parameters) "
        + "parameters in all. Square boxes are learned, round boxes are computed."
    },
    tokens: ("Token ids", "the text as numbers"),
    embedding: ("Token embedding", "each id picks its row of this table"),
    positions: ("Position embedding", "each position adds its own row"),
    residual: ("Residual stream", "one vector for each position; every block adds to it"),
    block: { "Block \($0)" },
    blockNote: "attention, then MLP; each adds its result to the residual stream",
    firstNormalization: ("Layer normalization 1", "brings each vector to mean 0 and deviation 1"),
    attention: ("Attention", "positions look at earlier positions"),
    queries: ("Queries, keys, values", "three projections for each head"),
    pattern: ("Scores, mask, softmax", "how much each query looks at each key"),
    projection: ("Output projection", "the heads' results, joined"),
    secondNormalization: ("Layer normalization 2", "the same again before the MLP"),
    mlp: ("MLP", "each position thinks by itself"),
    widening: ("Widening", "to four times the width"),
    activation: ("GELU", "keeps what is large, damps the rest"),
    narrowing: ("Narrowing", "back to the width of the stream"),
    lastNormalization: ("Last layer normalization", "before the scores"),
    unembedding: (
      "Unembedding", "the token embedding used the other way round; no parameters of its own"
    ),
    logits: ("Logits", "a score for every token; softmax makes probabilities of them"),
    parameters: { "\($0) parameters" },
    mapColumns: ["Tensor", "Shape", "#Parameters", "Part"],
    partsTitle: "Where the parameters are",
    partsAxis: "thousand parameters",
    partsDescription: { parameters, largest, share in
      "\(parameters) parameters. The largest share is in the \(largest): \(share)."
    },
    partsColumns: ["Part", "#Tensors", "#Parameters", "#Share"],
    weightsTitle: "Weights before any learning",
    weightsDescription: { names, least, greatest in
      "Corners of \(names). The values run from \(least) to \(greatest) without any order: they were "
        + "drawn at random from the seed."
    },
    rowAxis: "row",
    columnAxis: "column",
    weightAxis: "weight",
    weightColumns: ["Tensor", "#Row", "Values"],
    noWeights: "this run kept no weights to look at",
    corner: { name, rows, columns in "\(name), first \(rows) × \(columns)" },
    histogramTitle: "How the weights are spread",
    histogramDescription: { tensors, widest, deviation in
      "\(NameWording.english(tensors, "tensor")). The widest spread is that of \(widest), with a "
        + "standard deviation of \(deviation)."
    },
    histogramAxes: (x: "weight", y: "weights"),
    histogramNote: { mean, deviation in "mean \(mean), deviation \(deviation)" },
    histogramColumns: ["Tensor", "#Least", "#Greatest", "#Mean", "#Deviation", "#Weights"],
    noHistograms: "this run kept no histograms of weights",
    untrainedTitle: "What the model writes before it has learned anything",
    untrainedDescription: { loss, uniform in
      "Gibberish: every token is about equally likely. Its loss is \(loss) nats per token; pure "
        + "guessing costs ln(vocabulary) = \(uniform)."
    },
    given: "given",
    written: "written by the model",
    sampleColumns: ["Prompt", "Text"],
    noSamples: "this run kept no texts of the untrained model",
    initial: "before learning",
    learned: "after learning",
    learnedTitle: "The same weights before and after learning",
    learnedDescription: { name, initial, learned in
      "A corner of \(name). Its largest weight in size was \(initial) before learning and is "
        + "\(learned) after it. Both maps share one palette, so they can be compared."
    }
  )
}
