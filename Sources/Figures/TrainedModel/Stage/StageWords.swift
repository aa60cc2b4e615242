import Charts
import Record

extension StageWalk {
  /// What is said at one step: its title, one sentence or two, and what the number to check is.
  struct Told: Sendable {
    var title: String
    var sentence: String
    var check: String

    init(_ title: String, _ sentence: String, _ check: String) {
      self.title = title
      self.sentence = sentence
      self.check = check
    }
  }

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Course) -> String
    var columns: [String]
    var rail: Rail
    var tokens:
      @Sendable (_ given: Int, _ written: Int, _ token: String, _ hasRepeated: Bool) -> Told
    var embedding: @Sendable (_ token: String, _ id: String, _ width: Int) -> Told
    var position: @Sendable (_ token: String, _ place: Int) -> Told
    var before: @Sendable (_ blocks: Int, _ length: String) -> Told
    var normalization: @Sendable (_ mean: String, _ deviation: String) -> Told
    var query: @Sendable (Query) -> Told
    /// Where the weights that make a query were not recorded.
    var queryAlone: @Sendable (_ head: Int, _ width: Int, _ token: String) -> Told
    var keys: @Sendable (_ others: Int, _ width: Int) -> Told
    var product: @Sendable (_ best: String, _ root: String, _ width: Int) -> Told
    var scores: @Sendable (_ best: String, _ second: String?, _ others: Int) -> Told
    var mask: @Sendable (_ token: String, _ cells: Int, _ others: Int) -> Told
    var softmax: @Sendable (_ count: Int, _ best: String, _ weight: String) -> Told
    var mix: @Sendable (_ best: String) -> Told
    var heads: @Sendable (_ count: Int, _ head: Int, _ length: String) -> Told
    var mlp: @Sendable (Neurons) -> Told
    var added: @Sendable (_ guess: String?, _ probability: String) -> Told
    var further: @Sendable (_ first: Int, _ last: Int, _ settled: String) -> Told
    var logits: @Sendable (Logits) -> Told
    var products: Products
    var rows: Rows
    /// Lead to other heads and to other tokens of the answer.
    var otherHeads: String
    var otherTokens: String
    /// Leads to what a number is made of.
    var origin: String

    /// Parts and steps, at the side.
    struct Rail: Sendable {
      var prompt: String
      var answer: String
      var more: @Sendable (Int) -> String
      var start: String
      var steps: (start: [String], attention: [String], mlp: [String])
      var attention: @Sendable (Int) -> (name: String, short: String)
      var mlp: @Sendable (Int) -> (name: String, short: String)
      var blocks: @Sendable (ClosedRange<Int>) -> (name: String, short: String)
      var logits: String
    }

    /// Tables of products: what is multiplied, and names of their rows.
    struct Products: Sendable {
      var query: [String]
      var score: [String]
      var others: @Sendable (Int) -> String
      var bias: String
      var sum: String
    }

    /// Names of rows of numbers.
    struct Rows: Sendable {
      var token: String
      var place: String
      var sum: String
      var query: String
      var key: String
      var arrives: String
      var head: @Sendable (Int) -> String
      var bias: String
      var otherHeads: @Sendable (Int) -> String
      var between: String
      var mlp: String
      var after: String
      var rowAxis: String
      var numberAxis: String
      var otherTokens: @Sendable (Int) -> String
    }

    struct Course: Sendable {
      /// After which the followed token comes.
      var token: String
      var next: String
      var layer: Int
      var head: Int
      /// Of that token, with that head and without it.
      var intact: String
      var without: String
      /// Whether the token carries a fact that is known to be one.
      var isFact: Bool
    }

    struct Query: Sendable {
      var place: Int
      var head: Int
      var width: Int
      var shown: Int
      var token: String
    }

    struct Neurons: Sendable {
      var mean: String
      var deviation: String
      var count: String
      var token: String
    }

    struct Logits: Sendable {
      var count: String
      var first: String
      var probability: String
      var second: String
      /// Whether the first is the token that was followed.
      var isFollowed: Bool
    }
  }

  static let english = Words(
    title: "The stage: one token walks through the model",
    description: { course in
      "Followed is the row of “\(course.token)”, from which the next token comes, “\(course.next)”"
        + (course.isFact ? ", the one of the answer that carries the fact. " : ". ")
        + "Its way leads through head \(course.head) of block \(course.layer), the head that this token "
        + "misses most: without it the probability of “\(course.next)” goes from \(course.intact) to "
        + "\(course.without)."
    },
    columns: ["Step", "A number to check", "What it is"],
    rail: Words.Rail(
      prompt: "prompt", answer: "answer", more: { "… \(Numbers.count($0)) more …" },
      start: "input",
      steps: (
        start: ["tokens", "embedding", "position"],
        attention: [
          "normalize", "query", "keys", "q · k", "scores", "mask", "softmax", "values", "heads, +",
        ],
        mlp: ["neurons", "+"]
      ),
      attention: { ("Attention \($0)", "att. \($0)") },
      mlp: { ("MLP \($0)", "MLP \($0)") },
      blocks: { range in
        range.count == 1
          ? ("Block \(range.lowerBound)", "B\(range.lowerBound)")
          : (
            "Blocks \(range.lowerBound)–\(range.upperBound)",
            "B\(range.lowerBound)–\(range.upperBound)"
          )
      }, logits: "logits"),
    tokens: { given, written, token, hasRepeated in
      Told(
        "Tokens",
        "The model has read \(NameWording.english(given, "token")) of the prompt"
          + (written > 0 ? " and \(Numbers.count(written)) of its own answer. " : ". ")
          + "Followed is the last one, “\(token)”: from its row of numbers the next token will come."
          + (hasRepeated
            ? " Small digits give the place, from 0, of a token that stands more than once." : ""),
        "tokens read")
    },
    embedding: { token, id, width in
      Told(
        "Embedding",
        "To the model “\(token)” is number \(id) of the vocabulary. It is looked up in a learned table: "
          + "row \(id), \(Numbers.count(width)) numbers. Each token gets its own row.",
        "number 0 of the row of “\(token)”")
    },
    position: { token, place in
      Told(
        "Position",
        "“\(token)” stands at place \(place), counted from 0. The learned row of that place is added, "
          + "number by number. The sum sets out on its way.", "number 0")
    },
    before: { blocks, length in
      Told(
        blocks == 1 ? "The block before" : "The blocks before",
        "\(NameWording.english(blocks, "block")) \(blocks == 1 ? "has" : "have") added to the row "
          + "already. It arrives with a length of \(length).", "number 0 of the row that arrives")
    },
    normalization: { mean, deviation in
      Told(
        "Brought to one size",
        "Attention reads a copy, less its mean (\(mean)), over its deviation (\(deviation)), times a "
          + "learned gain, plus a learned bias. The row itself stays as it is.",
        "number 0 of the copy")
    },
    query: { query in
      Told(
        "One number of the query",
        "What is “\(query.token)” looking for? Head \(query.head) makes its query from the copy: each of "
          + "the \(Numbers.count(query.width)) numbers times a learned weight, all added up. That gives one number "
          + "of the query, here number \(query.place).",
        "number \(query.place) of q")
    },
    queryAlone: { head, width, token in
      Told(
        "The query",
        "What is “\(token)” looking for? Head \(head) makes its query from the copy, by learned weights: "
          + "\(NameWording.english(width, "number")).", "the first number shown")
    },
    keys: { others, width in
      Told(
        "The keys of all tokens",
        "In the same way each token makes a key of \(NameWording.english(width, "number")): what it has to offer."
          + (others > 0
            ? " Shown are those that will weigh most; \(NameWording.english(others, "other")) "
              + "\(others == 1 ? "is" : "are") left out." : ""),
        "numbers in all keys")
    },
    product: { best, root, width in
      Told(
        "One score, product by product",
        "How well does the key of “\(best)” fit? Number times number, \(Numbers.count(width)) products, "
          + "all added up and divided by \(root), the root of \(width).", "the score of “\(best)”")
    },
    scores: { best, second, others in
      Told(
        "All scores",
        "The same with every key. The best fit is “\(best)”"
          + (second.map { ", then comes “\($0)”." } ?? ".")
          + (others > 0
            ? " \(NameWording.english(others, "score")) of other tokens \(others == 1 ? "is" : "are") not shown."
            : ""),
        "how far the first is ahead")
    },
    mask: { token, cells, others in
      Told(
        "The mask",
        "Every token has made such a row of scores. What comes later in the text is masked: nobody may "
          + "look ahead. “\(token)” stands last and sees all.",
        "cells that stay, of \(Numbers.count(cells))")
    },
    softmax: { count, best, weight in
      Told(
        "Softmax: scores become shares",
        "e to the power of each score, divided by the sum of all \(count): shares that add up to 1. "
          + "“\(best)” gets \(weight).", "all shares")
    },
    mix: { best in
      Told(
        "What is handed over",
        "Each token also has a value, what it gives to those who look. Each value times its share, all "
          + "added up, column by column: that is mostly what “\(best)” says.",
        "number 0 of the sum z")
    },
    heads: { count, head, length in
      Told(
        "Through the output matrix, and added",
        "\(count == 1 ? "One head has" : "\(count) heads have") made such a sum. The output matrix makes rows "
          + "of full width of them; that of head \(head) has the length \(length). All are added to the row "
          + "that arrived.", "number 0 of the row")
    },
    mlp: { neurons in
      Told(
        "The MLP",
        "Again a copy of one size (mean \(neurons.mean), deviation \(neurons.deviation)). "
          + "\(neurons.count) neurons answer to it. The strongest are shown with the tokens that they "
          + "lift.", "what the whole MLP does to the logit of “\(neurons.token)”")
    },
    added: { guess, probability in
      Told(
        "Added, and a first guess",
        "What the MLP found is added, too."
          + (guess.map {
            " If the model had to answer here, it would say “\($0)” (\(probability))."
          } ?? ""), "number 0 of the row")
    },
    further: { first, last, settled in
      Told(
        first == last ? "Block \(first)" : "Blocks \(first) to \(last)",
        (first == last
          ? "One more block does the same with weights of its own."
          : "\(last - first + 1) more blocks do the same, each with weights of its own.")
          + " The final guess takes the lead \(settled).", "probability of the last guess")
    },
    logits: { logits in
      Told(
        "Logits and probabilities",
        "A last normalization, then the row is compared with each of the \(logits.count) rows of the table, "
          + "as a query with a key: a logit for every token. Softmax makes shares of them. "
          + (logits.isFollowed
            ? "“\(logits.first)” is there, with \(logits.probability)."
            : "Likeliest is “\(logits.first)” with \(logits.probability)."),
        "so many times as likely is “\(logits.first)” as “\(logits.second)”")
    },
    products: Words.Products(
      query: ["Place", "#Number of the copy", "#× weight", "#Product"],
      score: ["Place", "#q", "#× k", "#Product"],
      others: { "\($0) others" }, bias: "bias", sum: "sum"),
    rows: Words.Rows(
      token: "token", place: "+ position", sum: "= sum", query: "q", key: "k", arrives: "arrives",
      head: { "+ head \($0)" }, bias: "+ bias", otherHeads: { "+ \($0) others" },
      between: "= between", mlp: "+ MLP", after: "= after", rowAxis: "row", numberAxis: "number",
      otherTokens: { "\($0) others" }), otherHeads: "Another head:",
    otherTokens: "Another token of the answer:", origin: "Where it comes from:"
  )
}
