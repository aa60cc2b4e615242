import Charts
import Names
import Record

extension TokenWording {
  static let english = TokenWording(
    filmTitle: "The merge film: how pieces of text grow together",
    filmStep: { "Merge \(Numbers.count($0))" },
    filmCaption: { count, id, before, after in
      "seen \(count) times; new id \(id); corpus \(before) → \(after) tokens"
    },
    filmDescription: { merges, left, right, count in
      "\(merges) merges were learned; the first ones and some later ones are shown. The first joins "
        + "“\(left)” and “\(right)”, the pair seen most often (\(count) times)."
    },
    mergeColumns: [
      "#Merge", "Left", "Right", "Result", "#New id", "#Count", "#Tokens before", "#Tokens after",
    ],
    noMerges: "this run's tokenizer learned no merges",
    tableTitle: "Merges in the order in which they were learned",
    tableDescription: { merges, first, last in
      "A selection of \(merges) merges, from “\(first)” to “\(last)”. Early merges are frequent and "
        + "short, late ones rare and long."
    },
    textTitle: "A text and its tokens",
    textDescription: { bytes, tokens, text in
      "“\(text)”: \(bytes) become \(tokens). Each box is one token with its id; ␣ is a space."
    },
    tokenColumns: ["#Position", "Token", "#Id", "Bytes"],
    noSample: "this run kept no encoded text as a sample",
    stepsTitle: "How a text is encoded, merge by merge",
    stepsBytes: { "bytes: \(NameWording.english($0, "token"))" },
    stepsMerges: { merges, count in
      "after \(NameWording.english(merges, "merge")): \(NameWording.english(count, "token"))"
    },
    stepsDescription: { text, bytes, tokens in
      "“\(text)” begins as \(bytes) bytes. Learned merges are applied in their order until none fits; "
        + "\(NameWording.english(tokens, "token")) remain. New tokens have a thick border."
    },
    stepsColumns: ["Step", "#Tokens", "Tokens in order"],
    splitTitle: "A character, its bytes, and the tokens that hold them",
    splitRows: ["characters", "bytes (UTF-8, hexadecimal)", "tokens and their ids"],
    splitDescription: { character, bytes, pieces in
      "“\(character)” is the bytes \(bytes). Its tokens: \(pieces). A token may end in the middle of a "
        + "character, for it knows bytes only."
    },
    splitColumns: ["Character", "Bytes", "Tokens"],
    noSplit: "no sample of this run holds a character of more than one byte",
    shrinkingTitle: "Every merge makes the corpus shorter",
    shrinkingAxes: (x: "merges learned", y: "corpus length (thousand tokens)"),
    shrinkingSeries: "corpus length",
    shrinkingDescription: { bytes, tokens, perToken in
      "From \(bytes) bytes to \(tokens) tokens. One token now stands for \(perToken). The first merges "
        + "help most."
    },
    shrinkingColumns: ["#Merges", "#Corpus length (tokens)"],
    perToken: { language, value in "\(value) bytes of \(language)" },
    datasetTitle: "The split: learn, check, examine",
    datasetAxis: "thousand tokens",
    datasetText: { tokens, documents, share in "\(share) (\(documents))" },
    datasetDescription: { parts in
      "Documents are divided, never cut: \(parts.joined(separator: "; "))."
    },
    datasetColumns: ["Part", "Kind", "Language", "#Documents", "#Tokens"],
    batchTitle: "One batch as the model sees it",
    batchInputs: { "row \($0), given" },
    batchTargets: { "row \($0), to be predicted" },
    batchDescription: { size, context, shown in
      "A batch has \(size) rows of \(context) tokens; the first \(shown) rows are shown, their first "
        + "tokens only. Below each token stands the next one: that is what has to be predicted."
    },
    batchColumns: ["#Row", "#Position", "Given", "To be predicted"],
    noBatch: "this run kept no batch"
  )
}
