import Foundation
import Markdown
import Names
import SampleRuns
import Testing

@testable import Diagrams
@testable import Lessons
@testable import Record

@Suite("Code in lessons")
struct SourceTests {
  @Test func everyFunctionThatALessonNamesIsShownAndFitsATerminal() throws {
    let course = try Course.load(folder: CourseTests.folder)
    for language in Language.allCases {
      var shown: [String] = []
      for lesson in course.lessons(in: language)
        + FlowNode.allCases.map({ course.page(of: $0, in: language) })
      {
        for block in lesson.blocks.all {
          guard let name = block.sourceName else { continue }
          shown.append(name)
          guard case .section(_, let inner) = block.content,
            case .code("swift", let text)? = inner.first?.content
          else {
            Issue.record("\(lesson.file):\(block.line): no code")
            continue
          }
          let lines = text.plainText.split(separator: "\n", omittingEmptySubsequences: false)
          #expect(lines[0].hasPrefix("// Sources/Plain/Plain"))
          #expect(lines[1].contains("func " + name.split(separator: ".")[1] + "("), "\(name)")
          #expect(lines.last == "}", "\(name)")
          #expect(lines.count <= 28, "\(name) has \(lines.count) lines")
          for line in lines { #expect(line.unicodeScalars.count <= 74, "\(name): \(line)") }
        }
      }
      #expect(
        Set(shown).isSuperset(of: [
          "PlainModel.attention", "PlainModel.layerNorm", "PlainModel.mlp",
          "PlainModel.crossEntropy", "PlainAdamW.step", "PlainTokenizer.learn",
          "PlainTokenizer.tokens", "PlainSampler.choose",
        ]))
    }
  }

  @Test func aLessonForARunHoldsTheCodeItself() throws {
    let course = try Course.load(folder: CourseTests.folder)
    let lesson = try #require(course.lesson("inside-the-model", in: .japanese))
    #expect(lesson.sourceNames == ["PlainModel.attention", "PlainModel.mlp"])
    let filled = lesson.filled(from: SampleRun.make())
    #expect(filled.sourceNames.isEmpty)
    let code = filled.blocks.compactMap { block -> String? in
      guard case .code("swift", let text) = block.content else { return nil }
      return text.plainText
    }
    #expect(code.count == 2)
    #expect(code[0].contains("\n  let qkv = linear(x, name + \"c_attn\")  // [T, 3C]\n"))
  }

  @Test func functionsAreCutByTheirNameAndTheirBraces() throws {
    let folder = NSTemporaryDirectory() + "nakami-plain-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = """
      /// func wrong() { }
      public struct Thing {
        func longer(_ x: Int) -> Int { x + 1 }
        public static func long(
          _ x: Int
        ) -> Int {
          if x > 1 {
            return 2
          }

          return 1
        }
        private mutating func last() {}
      }
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/Thing+Part.swift"))
    let sources = PlainSources(folder: folder)
    #expect(sources.functions == ["Thing.longer", "Thing.long", "Thing.last"])
    let head = "// Sources/Plain/Thing+Part.swift\n"
    #expect(
      sources.function("Thing.longer") == head + "func longer(_ x: Int) -> Int { x + 1 }")
    #expect(
      sources.function("Thing.long") == head + """
        public static func long(
          _ x: Int
        ) -> Int {
          if x > 1 {
            return 2
          }

          return 1
        }
        """)
    #expect(sources.function("Thing.wrong") == nil)
    #expect(sources.function("Other.long") == nil)
    #expect(PlainSources(folder: nil).functions.isEmpty)
  }
}
