import Charts

/// What stands in the first line of the window, said so that it is found again at another width.
extension Walk {
  struct Place: Equatable {
    /// Which of the page's blocks; nil for what stands above the first.
    var block: Int?
    /// How much of it lies above the window, from 0 to 1.
    var share: Double
  }

  /// Where the blocks of the page lie; what stands above them comes first.
  private var stretches: [Range<Int>] {
    let count = body.count
    let starts = view == .lesson ? [0] + lessonBody.starts : [0]
    return zip(starts, starts.dropFirst() + [count]).map { $0..<max($0, $1) }
  }

  var place: Place {
    let all = stretches
    let index = all.lastIndex { $0.lowerBound <= scroll && !$0.isEmpty } ?? 0
    let share = Double(scroll - all[index].lowerBound) / Double(max(1, all[index].count))
    return Place(block: index == 0 ? nil : index - 1, share: share)
  }

  /// The line of the page that shows a place.
  func line(of place: Place) -> Int {
    let all = stretches
    let index = min(place.block.map { $0 + 1 } ?? 0, all.count - 1)
    let within = Int((place.share * Double(all[index].count)).rounded())
    return all[index].lowerBound + min(within, max(0, all[index].count - 1))
  }

  /// The lines of the body that the cursor stands on, where there is one.
  var cursorLines: Range<Int>? {
    switch view {
    case .lesson, .keys: return nil
    case .list(let cursor):
      return LessonList.choice(of: lessons, cursor: cursor, width: textWidth).chosen
    case .map:
      let lines = body
      guard let line = lines.firstIndex(where: { $0.text.contains(Self.mapCursor) }) else {
        return nil
      }
      // In the chart the box has a line above it and one below.
      return max(0, line - 1)..<min(lines.count, line + 2)
    }
  }
}
