import Names

extension EvaluationWording {
  static let english = EvaluationWording(
    tableTitle: "How good is the model on documents that it has never seen?",
    tableDescription: { tokens, loss, perplexity, accuracy in
      "On \(tokens) tokens of the test split: \(loss) nats per token, which is as unsure as a fair choice "
        + "among \(perplexity) tokens. Its first guess is right for \(accuracy) of the tokens."
    },
    tableColumns: ["Measure", "#Value", "Unit"],
    measures: Measures(
      trainingLoss: "loss on training documents", validationLoss: "loss on validation documents",
      loss: "loss on test documents", lossPerByte: "loss on test documents, per byte",
      perplexity: "perplexity", accuracy: "first guess right",
      floor: "entropy of the source: nobody can do better",
      gram: { "\($0)-gram model, per byte" }, nats: "nats per token",
      natsPerByte: "nats per byte"),
    scoresTitle: "How many questions does it answer rightly?",
    scoresAxis: "questions",
    scoresSeries: ["right", "wrong"],
    phrasing: { phrasing in
      switch phrasing {
      case .seen: "phrasing seen in training"
      case .heldOutPhrasing: "phrasing new for this fact"
      case .heldOutCombination: "fact never asked for in training"
      }
    },
    scoresDescription: { right, asked, share in
      "\(right) of \(asked) questions were answered rightly (\(share)). Answers are read from the model's "
        + "own text; none is looked up."
    },
    scoresColumns: ["Language", "Kind of question", "#Right", "#Asked", "#Share"],
    noQuestions: "this run asked no questions: the truth about these texts is not known",
    answersTitle: "Right and wrong answers side by side",
    answersDescription: { right, wrong in
      "\(NameWording.english(right, "right answer")) and \(NameWording.english(wrong, "wrong one")) of "
        + "this run, as the model wrote them."
    },
    answersColumns: ["Question", "Answer", "Expected"],
    floorTitle: "Between counting and the truth: the model, n-grams and the floor",
    floorAxis: "loss (nats per byte of test text)",
    model: "the Transformer",
    gram: { "\($0)-gram counts" },
    floor: "entropy of the source",
    floorDescription: { model, best, floor in
      "The model needs \(model) nats per byte; the best n-gram model, which only counts, needs \(best). "
        + (floor.map { "The source itself holds \($0): no model can be lower in the long run." }
          ?? "")
    },
    floorColumns: ["Model", "#Loss (nats per byte)"],
    fileTitle: "The first bytes of the model file",
    fileDescription: { name, size, tensors in
      "\(name), \(size): eight bytes that give the header's length, the header in JSON with "
        + "\(NameWording.english(tensors, "tensor")), then nothing but numbers."
    },
    fileColumns: ["Tensor", "Type", "Shape", "#From byte", "#To byte"],
    lengthPart: { length in
      (
        "Length of the header",
        "A whole number in 8 bytes, the least significant first: the header is \(length) bytes long."
      )
    },
    headerPart: { excerpt in ("Header", "JSON that names every tensor. It begins: \(excerpt)") },
    dataPart: { name, value in
      ("Data", "The numbers of \(name), four bytes each. The first is \(value).")
    },
    sameTitle: "Two programs, the same numbers",
    sameDescription: { prompt, difference in
      "For “\(prompt)”: the last position's logits from the training program and from the inference "
        + "program, which read the saved file. The largest difference is \(difference)."
    },
    sameColumns: ["Token", "#Training program", "#Inference program", "#Difference"],
    noComparison: "this run compared no logits"
  )
}
