import Figures
import Foundation
import Record

/// The choices of an answer, one after the other: at a terminal each waits for the Enter key.
struct AskSteps {
  private let steps: [[String]]
  private let next: String

  init(_ record: AnswerRecord) {
    let shown = AnswerSteps(record)
    steps = shown.steps(width: Console.width)
    next = shown.next
  }

  func show() {
    let waits = Console.isTerminal && isatty(STDIN_FILENO) == 1
    for (place, lines) in steps.enumerated() {
      print(lines.joined(separator: "\n") + "\n")
      guard waits, place + 1 < steps.count else { continue }
      Console.redraw(next + " ")
      guard let line = readLine(), line != "q" else { return }
    }
  }
}
