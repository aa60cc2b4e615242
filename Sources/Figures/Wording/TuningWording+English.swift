extension TuningWording {
  static let english = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "base setting"
      case .together: "the best values together"
      case .learningRate: "learning rate"
      case .width: "width"
      case .layerCount: "layers"
      case .headCount: "heads"
      case .batchSize: "batch"
      case .dropout: "dropout"
      }
    },
    base: { "\($0) (base)" },
    sweepTitle: "A sweep: turn one knob, leave the rest alone",
    sweepDescription: { runs, tokens, best, loss, failed in
      "\(NameWording.english(runs, "small model")), each trained on about \(tokens) tokens and judged on "
        + "the same validation batches. Shorter is better. Lowest: \(best), \(loss) nats per token. "
        + (failed == 0
          ? "None of them failed."
          : "\(NameWording.english(failed, "run")) failed: worse than guessing, or no number at all.")
    },
    sweepAxis: "lowest validation loss (nats per token)",
    sweepColumns: [
      "Changed", "#Value", "#Parameters", "#Steps", "#Lowest validation loss", "#Last", "Remark",
    ],
    guessing: { "guessing: \($0)" },
    noNumber: { "✗ no number after step \($0)" },
    worseThanGuessing: "✗ failed",
    best: "best",
    frugal: "smallest within 2%",
    noTrials: "this run recorded no sweep",
    curvesTitle: "How the runs got there",
    curvesDescription: { names in
      "Validation loss against the share of the run that is over, for the learning rates and for the "
        + "best values together: \(names)."
    },
    curvesAxes: (x: "share of the run (%)", y: "validation loss (nats per token)"),
    curvesColumns: ["#Share of the run"],
    tableTitle: "What the sweep found, and what this model was given",
    tableDescription: { agreeing, all in
      "For each knob the best value of the small runs beside the value that the preset gave to the real "
        + "model. In \(agreeing) of \(all) they do not contradict each other."
    },
    tableColumns: [
      "Knob", "#Base", "#Best value", "#Its loss", "#Used here", "Do they agree?",
    ],
    agreement: { agreement in
      switch agreement {
      case .same: "yes, it is the best one tried"
      case .close: "yes, within 1% of the best"
      case .direction: "same direction, seen from the base"
      case .different: "no, the small runs point elsewhere"
      }
    },
    overfittingTitle: "Learning, and learning by heart",
    overfittingDescription: { numbers in
      "One model read all training documents, the other \(numbers.documents) of them "
        + "\(numbers.epochs) times over. Its training loss falls to \(numbers.training), but its "
        + "validation loss is lowest at step \(numbers.step) (\(numbers.best)) and ends at "
        + "\(numbers.last), where the other one has \(numbers.healthy)."
    },
    overfittingSeries: OverfittingSeries(
      overfittedTraining: "few documents: training",
      overfittedValidation: "few documents: validation",
      healthyTraining: "all documents: training", healthyValidation: "all documents: validation"),
    overfittingMarks: { best, stop in
      (best: "kept: step \(best)", stop: stop.map { "stop: \($0)" } ?? "")
    },
    overfittingColumns: [
      "#Step", "#Few: training", "#Few: validation", "#All: training", "#All: validation",
    ],
    lossAxis: "loss (nats per token)",
    stepAxis: "training step"
  )
}

extension ShrinkingWording {
  static let english = ShrinkingWording(
    variant: { kind, percent, bits in
      switch kind {
      case .full: "as learned (32 bits)"
      case .pruned: "pruned \(percent ?? 0)%"
      case .quantized: "\(bits) bits"
      case .distilled: "smaller, with a teacher"
      case .alone: "smaller, without a teacher"
      }
    },
    tradeoffTitle: "Size against loss",
    tradeoffDescription: { count, smallest, size in
      "\(count) versions of one model by their size as a file and their loss on the validation "
        + "documents. Left and low is best. The smallest: \(smallest), \(size)."
    },
    tradeoffAxes: (x: "size (kB)", y: "validation loss (nats per token)"),
    prunedLine: { "pruned \($0)%" },
    quantizedLine: { "\($0) bits" },
    noVariants: "this run recorded no smaller models",
    tableTitle: "What each version costs and what it still knows",
    tableDescription: { documents, tokens in
      "Loss on all \(documents) validation documents (\(tokens) tokens), right answers to the same "
        + "questions, and the work for one token. The test documents stay closed."
    },
    tableColumns: [
      "Version", "#Size", "#Loss", "#English", "#Japanese", "#Products", "#Bytes read",
    ],
    promptsTitle: "The same questions, before and after",
    promptsDescription: { prompts, variants in
      "\(NameWording.english(prompts, "prompt")), answered by \(variants) versions of the model. One is "
        + "the first of all, the others those on which the versions differ most."
    },
    promptsColumns: ["Prompt", "Version", "Answer"],
    expected: { "right: \($0)" },
    noPrompts: "this run recorded no prompts for its smaller models",
    silence: "(nothing)",
    quantizedTitle: "Weights as whole numbers",
    quantizedDescription: { largest, scale8, scale4 in
      "The largest weight of this column is \(largest). Divided by 127 that is the scale for 8 bits, "
        + "\(scale8); divided by 7 the scale for 4 bits, \(scale4). Each weight divided by the scale and "
        + "rounded is what is kept; times the scale it is what the model computes with."
    },
    quantizedColumns: [
      "#Row", "#Weight", "#8 bits", "#back", "#4 bits", "#back",
    ],
    prunedTitle: "The smallest weights go first",
    prunedDescription: { percent, threshold in
      "The same corner of one matrix. Hatched cells were set to zero: with \(percent)% gone, everything "
        + "up to a magnitude of \(threshold)."
    },
    prunedBefore: "as learned",
    prunedCell: "set to zero",
    prunedAfter: { "\($0)% pruned" },
    noCorners: "this run recorded no pruned weights"
  )
}
