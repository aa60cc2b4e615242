import Names
import Numerics

/// A report with dateline and agency lines.
struct NewsReport {
  let language: Language

  func render(_ passages: [Passage], _ random: inout RandomGenerator) -> FieldBuilder {
    var report = FieldBuilder()
    let habits = Habits.of(language)
    let day = 1 + random.below(28)
    let month = random.below(12)
    for (index, passage) in passages.enumerated() {
      if index == 1, random.below(5) != 0 {
        let dash = ["-", "—"][random.below(2)]
        report.boilerplate(habits.dateline(day, month, dash))
      }
      report.write(passage)
      if index < passages.count - 1 {
        switch random.below(24) {
        case 0: report.write(.lineBreaks, "\r\n", clean: "\n")
        case 1: report.write(.lineBreaks, "\u{2028}", clean: "\n")
        default: report.write("\n")
        }
      }
    }
    let closings = habits.closings(100 + random.below(900))
    for line in closings[random.below(closings.count)] {
      report.write("\n")
      report.boilerplate(line)
    }
    return report
  }
}

/// An article with markup, citations and references.
struct EncyclopediaArticle {
  let language: Language

  func render(_ passages: [Passage], _ random: inout RandomGenerator) -> FieldBuilder {
    var article = FieldBuilder()
    let habits = Habits.of(language)
    var citation = 0
    if random.below(4) == 0 {
      article.boilerplate(habits.stub)
      article.write("\n\n")
    }
    for (index, passage) in passages.enumerated() {
      if index == 0 {
        article.write("# ")
        article.write(passage)
      } else {
        article.write("\n\n")
        let title = index == 1 ? passages[0].clean : ""
        write(passage, emphasizing: title, to: &article, &random)
        if random.below(2) == 0 {
          citation += 1
          article.boilerplate("[\(citation)]")
        } else if random.below(5) == 0 {
          let marks = habits.citationNeeded
          article.boilerplate(marks[marks.count > 1 ? random.below(marks.count) : 0])
        }
      }
    }
    article.write("\n\n")
    var references = habits.references
    for number in 1...max(1, citation) {
      let page = 3 + random.below(200)
      references += habits.reference(number, page)
    }
    references += habits.category
    article.boilerplate(references)
    return article
  }

  /// The lead has the title in bold, perhaps as a link.
  private func write(
    _ passage: Passage, emphasizing title: String, to article: inout FieldBuilder,
    _ random: inout RandomGenerator
  ) {
    guard case .plain(let text)? = passage.fragments.first,
      let place = text.firstRange(of: title), !title.isEmpty
    else { return article.write(passage) }
    let bold = "**\(title)**"
    article.write(String(text[..<place.lowerBound]))
    article.write(random.below(3) == 0 ? "[\(bold)](people/index.md)" : bold)
    var rest = passage
    rest.fragments[0] = .plain(String(text[place.upperBound...]))
    article.write(rest)
  }
}

/// A thread with headers, quotes and signatures.
struct ForumThread {
  let language: Language

  func render(_ posts: [[Passage]], _ random: inout RandomGenerator) -> FieldBuilder {
    var thread = FieldBuilder()
    let habits = Habits.of(language)
    let day = 1 + random.below(28)
    let month = random.below(12)
    var minute = 8 * 60 + random.below(600)
    var quotable = ""
    for (index, post) in posts.enumerated() {
      if index > 0 { thread.write("\n") }
      let handle = Handles.name(&random)
      let time = "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
      minute += 1 + random.below(40)
      thread.boilerplate(habits.postHead(handle, day, month, time))
      thread.write("\n")
      if index > 0, !quotable.isEmpty, random.below(5) == 0 {
        thread.boilerplate("> \(quotable)")
        thread.write("\n")
      }
      quotable = post.first?.clean ?? ""
      // A quote must not repeat what cleaning has to find elsewhere in the thread.
      if post.contains(where: { $0.fragments.count > 1 }) { quotable = "" }
      for (number, passage) in post.enumerated() {
        if number > 0 { thread.write("\n") }
        thread.write(passage)
      }
      if random.below(6) == 0 {
        thread.write("\n")
        thread.boilerplate("-- \n\(handle), \(habits.clubs[random.below(habits.clubs.count)])")
      }
    }
    return thread
  }
}
