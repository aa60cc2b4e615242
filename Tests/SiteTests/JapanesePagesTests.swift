import Diagrams
import Foundation
import Lessons
import Markdown
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// Whether the Japanese pages are Japanese: no English word that a reader has to know, signs of
/// Japanese print, and the terms that a textbook uses.
@Suite struct JapanesePagesTests {
  static let course = try! Course.load(folder: SiteTests.lessons)
  static let blocks =
    (course.lessons(in: .japanese)
    + FlowNode.allCases.map { course.page(of: $0, in: .japanese) }).flatMap(\.blocks)

  /// What a page says, without programs and without what is marked as English.
  private struct Words {
    /// Sentences, titles and labels.
    var prose = ""
    /// Where data stands as itself: drawings, tables, quoted lines.
    var data = ""

    private static let void = ["meta", "link", "br", "hr", "img", "!DOCTYPE"]
    private static let program = ["script", "style", "pre", "code"]
    private static let quoting = ["td", "th", "text", "tspan", "blockquote", "desc"]

    init(_ page: String) {
      var (open, tag, isTag) = ([(name: String, isSkipped: Bool, isData: Bool)](), "", false)
      // A place where a long word may be broken is no end of it.
      for character in page.replacing("<wbr>", with: "") {
        switch character {
        case "<":
          (isTag, tag) = (true, "")
        case ">" where isTag:
          isTag = false
          let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
          if tag.hasPrefix("/") {
            while let last = open.popLast(), last.name != name {}
          } else if !tag.hasSuffix("/"), !Self.void.contains(name) {
            let skipped = Self.program.contains(name) || tag.contains("lang=\"en\"")
            open.append(
              (
                name, skipped || open.last?.isSkipped == true,
                Self.quoting.contains(name) || open.last?.isData == true
              ))
          }
          // Marks within a sentence do not end it.
          let isInline = ["span", "strong", "em", "a", "code", "b", "i"].contains(name)
          prose += isInline ? "\u{200A}" : "\n"
          data += "\n"
        default:
          if isTag {
            tag.append(character)
          } else if let place = open.last, !place.isSkipped {
            if place.isData { data.append(character) } else { prose.append(character) }
          }
        }
      }
      prose = Self.plain(prose)
      data = Self.plain(data)
    }

    var all: String { prose + "\n" + data }

    private static func plain(_ text: String) -> String {
      text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
  }

  /// A word of the recording stands on a page as data only: in a cell, a drawing, or in quotes.
  private func foreign(_ run: Run) throws -> [String] {
    let recorded = Set(JapaneseReader.words(of: try JapaneseReader.recordedText(of: run)))
    return try SiteWriter.files(run: run, course: Self.course)
      .filter { $0.path.hasPrefix("ja/") && $0.path.hasSuffix(".html") }.flatMap { file in
        let words = Words(file.text)
        let prose = JapaneseReader.withoutQuotations(words.prose, recorded: recorded)
        let found =
          JapaneseReader.foreignWords(in: prose)
          + JapaneseReader.foreignWords(
            // Names of fields in JSON stand there as they are written for other programs.
            in: JapaneseReader.withoutJSON(words.data), besides: recorded)
        return Set(found).sorted().map { "\(file.path): \($0)" }
      }
  }

  @Test(arguments: [true, false])
  func pagesHaveNoEnglishWords(usesWorld: Bool) throws {
    for word in try foreign(SampleRun.make(usesWorld: usesWorld)) { Issue.record("\(word)") }
  }

  /// The recording that is kept beside the sources, as long as it is of this version.
  @Test func pagesOfTheKeptRecordingHaveNoEnglishWords() throws {
    guard let run = try? RunStore.read(from: SiteTests.lessons + "/../Output/run") else { return }
    for word in try foreign(run) { Issue.record("\(word)") }
  }

  @Test func anEnglishWordWouldBeFound() {
    let quoted: Set<String> = ["h.0.attn.c_attn"]
    #expect(
      JapaneseReader.foreignWords(in: "層のlearningRateは0.004、Qとh.0.attn、E3 81", quoted: quoted)
        == ["learningRate", "h.0.attn"])
    #expect(JapaneseReader.foreignWords(in: "Loss falls ミラ") == ["Loss", "falls"])
    let page = Words("<p>あ<code>let</code><b lang=\"en\">x</b>い</p><td>sun</td><p>「sun」</p>")
    #expect(!page.all.contains("let") && page.data.contains("sun"))
    #expect(page.prose.contains("「sun」"))
  }

  @Test func onlyAQuotationThatTheRecordingHasIsOne() {
    let recorded: Set<String> = ["The", "sun", "falls", "rises", "a/ja-1.txt"]
    func left(_ text: String) -> [String] {
      JapaneseReader.foreignWords(
        in: JapaneseReader.withoutQuotations(text, recorded: recorded))
    }
    #expect(left("「The sun」と“rises”は引用") == [])
    #expect(left("a/ja-1.txtは名前、<|en|>は合図") == [])
    #expect(left("sunは引用ではなく、「The moon」は記録にない") == ["sun", "The", "moon"])
  }

  /// Names of cases, as a program writes them, are no names for readers.
  @Test func aRulesOwnNameIsNotData() throws {
    let words = JapaneseReader.words(of: try JapaneseReader.recordedText(of: SampleRun.make()))
    #expect(!words.contains("heldOutPhrasing") && !words.contains("learningRate"))
    #expect(words.contains("Mira"))
  }

  /// Half-width signs beside Japanese: `学習用: 8`, `文字化け (1)`, `前, 後`.
  @Test func pagesHaveSignsOfJapanesePrint() throws {
    let slip = /[\u{3040}-\u{30FF}\u{4E00}-\u{9FFF}](: |, | \(|\()/
    for file in SiteTests.files where file.path.hasPrefix("ja/") && file.path.hasSuffix(".html") {
      let slips = Words(file.text).all.matches(of: slip).map { String($0.output.0) }
      #expect(slips == [], "\(file.path)")
    }
  }

  @Test(arguments: [
    "機械学習", "生成AI", "大規模言語モデル", "著作権", "コーパス", "トークナイザー", "訓練データ", "検証データ", "テストデータ",
    "自己教師あり学習", "ニューラルネットワーク", "トランスフォーマー", "深層学習", "注意機構", "自己注意", "ソフトマックス", "活性化関数",
    "交差エントロピー", "順伝播", "誤差逆伝播", "勾配降下法", "早期終了", "ハイパーパラメータ探索", "正解率", "適合率", "再現率", "真陽性",
    "偽陽性", "偽陰性", "パープレキシティ", "トレードオフ", "自己回帰", "ハルシネーション", "関数電卓",
  ])
  func aTermOfTheTextbooksIsSetInBoldWhereItIsExplained(term: String) {
    let bold = Self.blocks.inlines.compactMap { piece -> String? in
      if case .strong(let inner) = piece { inner.plainText } else { nil }
    }
    #expect(bold.contains { $0.hasPrefix(term) })
  }

  /// Slanted kana are no emphasis in Japanese; italics are for mathematics.
  @Test func noJapaneseWordIsSlanted() {
    for case .emphasis(let inner) in Self.blocks.inlines {
      let isJapanese = inner.plainText.unicodeScalars.contains { $0.value >= 0x3040 }
      #expect(!isJapanese, "\(inner.plainText)")
    }
  }
}
