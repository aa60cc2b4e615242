/// Members of recorded files that count or number something and are therefore never negative.
///
/// All whole numbers of the schema but differences of bytes, rounded weights and those whose name is that
/// of a fraction elsewhere, too; a test compares the list with the schema.
enum CountedMembers {
  /// In small letters.
  static let names = Set(all.split(separator: " ").map { $0.lowercased() })

  static let all = """
    accepted added agreed all altered answer answers asked batchSize bestStep bits broken \
    brokenLines byteCount bytesAfter bytesBefore bytesInCorpus bytesPerToken \
    cacheBytesPerPosition column common constants contextLength contradicting count \
    countedTokens counts digits divided documentCount documents documentsAfter documentsBefore \
    documentsDropped dropped droppedCount edits end entries exactDocuments exampleDocuments \
    exampleRows failed failedStep falseNegatives falsePositives fifth first firstLine firstRow \
    found from gained gapBytes groups head headCount headerLength id index inLargest inputs itself \
    keptCount key knownDocuments layer layerCount learnedCount leftOut length lengthAfter \
    lengthBefore looks lost multiplications order others parameterCount parent patience percent \
    place places previous probeLength probes prunedPercent question questions rank raters \
    removed replayedDocuments reread rightAfter rightAsTyped rightBefore row sampled shape \
    shared stars staying steps stopStep strays target targets telling termCount text texts to \
    tokenCount tokens tokensInCorpus tokensPerStep tokensPerTrial topK trueNegatives \
    truePositives validationDocuments validationTokens version vocabularySize voters width \
    zeroCount
    """
}
