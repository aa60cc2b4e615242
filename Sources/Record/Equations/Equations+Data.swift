/// L1 to L3: documents, cleaning, tokens, the split, and what is true about the documents.
extension Equation {
  static let data: [Equation] =
    ofCollection + ofMending + ofCleaning + ofBooks + ofRules + ofCases + ofFilter + ofMerges
    + ofTokens + ofDataset + ofTruth
}
