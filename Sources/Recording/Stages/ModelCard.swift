import Transformer

/// The README that travels with the model: what it was trained on, how it was judged, what it can't do.
struct ModelCard {
  let settings: BuildSettings
  let parameters: Parameters
  let evaluation: EvaluationRecord

  var text: String {
    let configuration = parameters.configuration
    var lines = [
      "# A small GPT-2 style model made by Nakami",
      "",
      "- \(configuration.parameterCount) parameters: \(configuration.layerCount) layers, "
        + "\(configuration.headCount) heads, width \(configuration.width), "
        + "context \(configuration.contextLength), vocabulary \(configuration.vocabularySize)",
      "- Trained for \(settings.steps) steps of \(settings.batchSize * settings.contextLength) tokens, "
        + "seed \(settings.seed)",
      settings.dataPath == nil
        ? "- Trained on generated documents about an invented harbour town, in English and Japanese"
        : "- Trained on documents that its maker supplied",
      "",
      "## How it was judged",
      "",
      "On documents that it had never seen: \(rounded(evaluation.loss)) nats per token, "
        + "perplexity \(rounded(evaluation.perplexity)), \(rounded(evaluation.lossPerByte)) nats per byte.",
    ]
    if let floor = evaluation.floorPerByte {
      lines.append(
        "The source's own entropy is \(rounded(floor)) nats per byte; no model can do better.")
    }
    if !evaluation.questionScores.isEmpty {
      lines += ["", "| language | questions | right | asked |", "|---|---|---|---|"]
      lines += evaluation.questionScores.map {
        "| \($0.language.rawValue) | \($0.phrasing) | \($0.right) | \($0.asked) |"
      }
    }
    lines += [
      "",
      "## What it can't do",
      "",
      "It knows nothing but the documents that it was trained on, and writes with confidence where it",
      "knows nothing. It is made to be looked into, not to be relied on.",
      "",
    ]
    return lines.joined(separator: "\n")
  }
}
