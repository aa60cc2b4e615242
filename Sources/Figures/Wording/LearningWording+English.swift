extension LearningWording {
  static let english = LearningWording(
    hyperparametersTitle: "The hyperparameters of this run",
    hyperparametersDescription: { count in
      "\(NameWording.english(count, "number")) that people choose before learning begins; nothing in "
        + "the training changes them."
    },
    hyperparametersColumns: ["Name", "#Value", "What it does"],
    rateTitle: "The learning rate, step by step",
    rateSeries: "learning rate",
    rateAxis: "learning rate",
    rateDescription: { peak, step, last in
      "It rises to \(peak) at step \(step), so that the first steps do no harm, then falls along half "
        + "a cosine to \(last)."
    },
    rateColumns: ["#Step", "#Learning rate"],
    stepAxis: "training step",
    lossAxis: "loss (nats per token)",
    lossExampleTitle: "One prediction becomes one loss",
    probabilityAxis: "probability",
    target: "the true next token",
    lossExampleDescription: { context, target, probability, loss in
      "After “\(context)” the text goes on with “\(target)”. The model gave it the probability "
        + "\(probability), so the loss is −ln(\(probability)) = \(loss) nats."
    },
    candidateColumns: ["Token", "#Id", "#Logit", "#Probability"],
    gradientCheckTitle: "Is the gradient right? Two ways to the same slope",
    gradientCheckDescription: { count, worst in
      "For \(NameWording.english(count, "weight")): the slope by backpropagation beside the slope from "
        + "nudging the weight up and down and measuring the loss. The largest relative difference is "
        + "\(worst)."
    },
    gradientCheckColumns: [
      "Weight", "#Value", "#Backpropagation", "#Finite difference", "#Relative difference",
    ],
    noGradientChecks: "this run recorded no gradient checks",
    adamTitle: "One AdamW step of one weight, every term",
    adamDescription: { parameter, step, before, after in
      "The weight \(parameter) at step \(step) goes from \(before) to \(after). Each line uses the "
        + "numbers above it and can be checked with a pocket calculator."
    },
    adamColumns: ["Term", "Formula", "#Value"],
    adamTerms: AdamTerms(
      weight: "weight w", gradient: "gradient g (clipped)", first: "mean of gradients m",
      second: "mean of squares v", firstCorrected: "corrected m̂", secondCorrected: "corrected v̂",
      update: "step Δ", after: "new weight w′"),
    noAdamStep: "this run recorded no AdamW step",
    lossTitle: "The loss falls while the model learns",
    lossSeries: "loss of each step's batch",
    validationSeries: "loss on validation documents",
    uniform: { "pure guessing: \($0)" },
    lossDescription: { first, last, steps in
      "Over \(steps) steps the loss fell from \(first) to \(last) nats per token."
    },
    lossColumns: ["#Step", "#Training loss", "#Validation loss"],
    noSteps: "this run recorded no training steps",
    normTitle: "How strongly each step pulls: the gradient norm",
    normAxis: "gradient norm",
    normSeries: "all parameters",
    normParts: { index, count in
      index == 0
        ? "embeddings" : index == count - 1 ? "last normalization" : "block \(index - 1)"
    },
    normDescription: { greatest, step, last in
      "The length of the whole gradient before clipping. Greatest at step \(step): \(greatest); at the "
        + "end \(last)."
    },
    normColumns: ["#Step", "#Gradient norm"],
    validationTitle: "Learning or learning by heart? Training and validation loss",
    validationDescription: { best, loss, training, stopped in
      "The validation loss is lowest at step \(best): \(loss) nats per token (training then: "
        + "\(training)). "
        + (stopped
          ? "It rose after that, so training was stopped and the best parameters were kept."
          : "The parameters of that step were kept.")
    },
    bestMark: { "kept: step \($0)" },
    smoothed: "training (mean around each point)",
    atStep: { "step \($0)" },
    attentionTitle: "Attention while it is being learned",
    attentionDescription: { layer, head, snapshots, text in
      "Layer \(layer), head \(head), the head that changed most, for “\(text)” at "
        + "\(NameWording.english(snapshots, "moment")) of training. It begins as an even blur and ends "
        + "with clear preferences."
    },
    attentionColumns: ["#Step", "Looking from", "Looks most at", "#Weight"],
    embeddingTitle: "Embeddings while they are being learned",
    embeddingDescription: { tokens, first, last in
      "\(NameWording.english(tokens, "token")) in two dimensions, from step \(first) to step \(last), on "
        + "axes that stay put. Tokens that are used alike move together."
    },
    embeddingAxes: (x: "first direction", y: "second direction"),
    embeddingColumns: ["Token", "#x at first", "#y at first", "#x at last", "#y at last"],
    textTitle: "What the model writes while it is learning",
    textDescription: { prompt, count in
      let task = prompt.isEmpty ? "wrote without any prompt" : "made of “\(prompt)”"
      return "What the model \(task) at \(NameWording.english(count, "moment")) of training: from "
        + "noise to sentences."
    },
    textColumns: ["#Step", "Prompt", "Text"],
    predictionTitle: "The probability of the next token while learning",
    predictionDescription: { prompt, token, first, last in
      "After “\(prompt)”, the token “\(token)” rises from \(first) to \(last)."
    },
    noSnapshots: "this run kept no snapshots of its training"
  )
}
