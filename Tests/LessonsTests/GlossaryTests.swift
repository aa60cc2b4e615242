import Foundation
import Markdown
import Names
import Testing

@testable import Lessons

/// Words that explain themselves: how their list is read, and where in a text they are found.
@Suite struct GlossaryTests {
  private func found(_ text: String, _ lines: [String], except known: Set<String> = []) throws
    -> String?
  {
    let glossary = try Glossary(
      parsing: "# Words\n\n" + lines.joined(separator: "\n"), file: "g.md")
    return glossary.first(in: text, except: known).map { "\(text[$0.range])=\($0.entry.id)" }
  }

  @Test func aWordHasANameFormsAndAMeaning() throws {
    let glossary = try Glossary(
      parsing:
        "# Words\n\nWhat this is.\n\n- token (token, tokens): A piece.\n- top-k (top-k): So many.\n",
      file: "g.md")
    #expect(
      glossary.entries == [
        .init(id: "token", forms: ["token", "tokens"], meaning: "A piece."),
        .init(id: "top-k", forms: ["top-k"], meaning: "So many."),
      ])
  }

  @Test(arguments: [
    ("- token: A piece.", 3, "write a word as"), ("- (token): A piece.", 3, "write a word as"),
    ("- Token (token): A piece.", 3, "write a word as"),
    ("- token (token, ): A piece.", 3, "write a word as"),
    ("- token (token): A piece", 3, "one sentence"),
    ("- token (token): A piece. Of text.", 3, "one sentence"),
    ("- token (トークン): かけらです。小さいです。", 3, "one sentence"),
    ("- a (x): One.\n- a (y): Two.", 4, "explained in line 3 already"),
    ("- a (x): One.\n- b (y, x): Two.", 4, "“x” is a form of another word"),
  ])
  func aMistakeIsReportedWithItsLine(text: String, line: Int, message: String) throws {
    do {
      _ = try Glossary(parsing: "#\n\n" + text, file: "g.md")
      Issue.record("no error")
    } catch {
      #expect(error.file == "g.md" && error.line == line)
      #expect(error.message.en.contains(message), "\(error.message)")
    }
  }

  @Test func aWordStandsAloneAndMayBeginASentence() throws {
    let lines = ["- head (head, heads): An eye.", "- key (key): A row.", "- top-k (top-k): Few."]
    #expect(try found("It looks ahead, at headers and at heads.", lines) == "heads=head")
    #expect(try found("Heads look.", lines) == "Heads=head")
    #expect(try found("A monkey or a key-value store", lines) == nil)
    #expect(try found("only top-k: few", lines) == "top-k=top-k")
    #expect(try found("heads", lines, except: ["head"]) == nil)
    #expect(try found("", lines) == nil && found("HEAD", lines) == nil)
    // A hyphen, a digit or a letter with an accent goes on with the word.
    #expect(try found("key2 keyé, the key.", lines) == "key=key")
  }

  @Test func theLongestFormIsTaken() throws {
    let lines = ["- normalization (normalization): One.", "- ln (layer normalization): Two."]
    #expect(try found("A layer normalization", lines) == "layer normalization=ln")
    #expect(
      try found("A layer normalization", lines, except: ["ln"]) == "normalization=normalization")
  }

  @Test func aJapaneseWordEndsWhereTheScriptChanges() throws {
    let lines = [
      "- head (ヘッド): 一つ。", "- layer (層): 一つ。", "- score (スコア): 一つ。", "- weight (重み): 一つ。",
    ]
    #expect(try found("ヘッドが見る", lines) == "ヘッド=head")
    #expect(try found("ヘッドライトと階層", lines) == nil)
    #expect(try found("その層は、スコアー", lines) == "層=layer")
    #expect(try found("スコアーとスコア", lines) == "スコア=score")
    #expect(try found("体重みたいな重みです", lines) == "重み=weight")
  }

  @Test func bothListsExplainTheSameWordsInOrder() throws {
    let course = try Course.load(folder: CourseTests.folder)
    let ids = course.glossary(in: .english).entries.map(\.id)
    #expect((55...70).contains(ids.count))
    #expect(course.glossary(in: .japanese).entries.map(\.id) == ids)
    for entry in course.glossary(in: .english).entries {
      #expect(entry.meaning.count < 160 && entry.meaning.first?.isUppercase == true, "\(entry)")
    }
    for entry in course.glossary(in: .japanese).entries {
      #expect(entry.meaning.count < 80 && entry.meaning.hasSuffix("。"), "\(entry)")
      #expect(entry.meaning.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) })
    }
  }

  @Test func aWordThatOneLanguageLacksIsReported() throws {
    #expect {
      try CourseMistakeTests().load(changing: "ja/glossary.md") { text in
        text.split(separator: "\n").filter { !$0.hasPrefix("- softmax ") }.joined(separator: "\n")
      }
    } throws: { error in
      let text = "\(error)"
      return text.contains("ja/glossary.md") && text.contains("softmax") && text.contains("add it")
    }
    #expect {
      try CourseMistakeTests().load(changing: "en/glossary.md") { $0 + "- broken\n" }
    } throws: { error in
      "\(error)".contains("en/glossary.md:") && "\(error)".contains("write a word as")
    }
  }
}
