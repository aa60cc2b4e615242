/// Gathers words in groups, such as those where a token stands left of a merged pair.
struct PlaceGroups {
  struct Group {
    var number: Int
    /// The sum of what was added to the group.
    var amount: Int
    /// Where its words stand in the list of places.
    var places: Range<Int>
  }

  private struct Entry {
    var amount = 0
    var placeCount = 0
    var lastPlace: Int32 = -1
  }

  private var entries: [Entry]
  private var touched: [Int] = []
  private var events: [(group: Int32, place: Int32)] = []

  init(groupCount: Int) {
    entries = [Entry](repeating: Entry(), count: groupCount)
  }

  /// Adds to a group's amount, and a word to its places. Words come one after the other.
  @inline(__always)
  mutating func add(_ amount: Int, to group: Int, place: Int32) {
    if entries[group].placeCount == 0 { touched.append(group) }
    entries[group].amount += amount
    if entries[group].lastPlace != place {
      entries[group].lastPlace = place
      entries[group].placeCount += 1
      events.append((Int32(group), place))
    }
  }

  /// Appends the words to `places`, group by group, and starts afresh.
  mutating func drain(into places: inout [Int32]) -> [Group] {
    var start = places.count
    places.append(contentsOf: repeatElement(0, count: events.count))
    var groups: [Group] = []
    groups.reserveCapacity(touched.count)
    for group in touched {
      let end = start + entries[group].placeCount
      groups.append(Group(number: group, amount: entries[group].amount, places: start..<end))
      // From here on where the group's next word goes.
      entries[group].placeCount = start
      start = end
    }
    for event in events {
      let group = Int(event.group)
      places[entries[group].placeCount] = event.place
      entries[group].placeCount += 1
    }
    for group in touched { entries[group] = Entry() }
    touched.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    return groups
  }
}
