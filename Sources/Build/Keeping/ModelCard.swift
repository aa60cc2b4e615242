import Dataset
import Record
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
      "- \(configuration.parameterCount) parameters: depth \(configuration.layerCount), "
        + "heads \(configuration.headCount), width \(configuration.width), "
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
    lines += Self.limits(configuration, isWorld: settings.dataPath == nil)
    return lines.joined(separator: "\n")
  }

  private static func limits(_ configuration: Configuration, isWorld: Bool) -> [String] {
    let question = PromptForm(kind: .question, language: .english)
    let topic = isWorld ? "that invented town" : "the documents that it was trained on"
    return [
      "",
      "The questions of the table are of three kinds: phrasings that stood in the training documents",
      "(seen), phrasings that did not with that person (heldOutPhrasing), and facts that were never asked",
      "about there (heldOutCombination). The documents for this judgement were used once.",
      "",
      "## How to ask it",
      "",
      "A text begins with a token for its language, a question stands between two more:",
      "",
      "```python",
      "from transformers import AutoModelForCausalLM, AutoTokenizer",
      "tokenizer = AutoTokenizer.from_pretrained(\".\")",
      "model = AutoModelForCausalLM.from_pretrained(\".\")",
      "prompt = \"\(question.marked("Where does Mira work?"))\"",
      "ids = tokenizer(prompt, return_tensors=\"pt\")",
      "print(tokenizer.decode(model.generate(**ids, do_sample=False, max_new_tokens=40)[0]))",
      "```",
      "",
      "`\(PromptForm.token(of: .japanese).text)` is for Japanese; without question tokens it goes on with a "
        + "text.",
      "",
      "## What it can't do",
      "",
      "- It knows nothing but \(topic), and answers with the same confidence where it knows nothing.",
      "- It sees \(configuration.contextLength) tokens at a time and forgets what stood before.",
      "- It does not reckon, translate, look anything up or follow instructions of other kinds.",
      "- Nobody taught it to refuse. It is made to be looked into, not to be relied on.",
      "",
    ]
  }
}
