import Names

/// How the town writes its documents in one language: wording, marks and what goes wrong with them.
struct Habits: Sendable {
  // MARK: Proportions

  /// The share of the bytes of a kind, so that each language gets about as many documents.
  var byteShare: Double
  /// How many words or clauses of a text make probes.
  var probeSteps: Int

  // MARK: Noise

  var garbling: Garbling
  var widening: Widening
  /// What stands in place of a blank where a text was badly set.
  var oddBlanks: [String]
  /// Encodings of files that are not UTF-8, the likelier ones more often.
  var oldEncodings: [TextEncoding]
  /// Telephone numbers that belong to nobody.
  var phones: @Sendable (_ two: String, _ four: String) -> [String]
  /// A number and the end of an address in words.
  var spelledPhone: @Sendable (_ digits: [Int]) -> String
  var spelledHost: String

  // MARK: Web page

  var siteName: String
  var menu: [String]
  var shareBox: String
  var footer: @Sendable (_ year: Int) -> String

  // MARK: Book

  var bookTitle: String
  var pageFeet: @Sendable (_ page: Int) -> [String]
  /// Between the book's title and the number of the page.
  var titleGap: String
  /// Between the words of a heading.
  var headingGap: String

  // MARK: News

  var dateline: @Sendable (_ day: Int, _ month: Int, _ dash: String) -> String
  var closings: @Sendable (_ number: Int) -> [[String]]

  // MARK: Almanac

  var stub: String
  var citationNeeded: [String]
  var references: String
  var reference: @Sendable (_ number: Int, _ page: Int) -> String
  var category: String

  // MARK: Forum

  var postHead: @Sendable (_ handle: String, _ day: Int, _ month: Int, _ time: String) -> String
  var clubs: [String]

  /// What is easily garbled by a wrong encoding.
  enum Garbling: Sendable { case apostrophe, sentence }

  /// What stands in the wrong width.
  enum Widening: Sendable { case letters, digitsAndKatakana }

  static func of(_ language: Language) -> Habits {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}
