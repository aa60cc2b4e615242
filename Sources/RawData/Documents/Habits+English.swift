extension Habits {
  static let english = Habits(
    byteShare: 0.37,
    probeSteps: 5,
    garbling: .apostrophe,
    widening: .letters,
    oddBlanks: ["  ", "\t", "\u{A0}", "   "],
    oldEncodings: [.utf16LittleEndian, .utf16BigEndian],
    phones: { two, four in
      ["555-01\(two)", "555-010-\(four)", "(555) 010-\(four)", "+1 555 010 \(four)"]
    },
    spelledPhone: { "five five five, " + $0.map { digits[$0] }.joined(separator: " ") },
    spelledHost: " at nagi dot example",
    siteName: "Nagi Harbour",
    menu: ["Home", "Map", "Boats", "Contact"],
    shareBox:
      "<div class=\"share\"><button>Share this page</button> <a href=\"#\">Like</a></div>",
    footer: { year in
      "<footer><p>&copy; \(year) Nagi Harbour Office. <a href=\"/legal\">Legal notice</a></p></footer>"
    },
    bookTitle: "THE NAGI READER",
    pageFeet: { ["- \($0) -", "\($0)", "[\($0)]", "Page \($0)"] },
    titleGap: "    ",
    headingGap: " ",
    dateline: { day, month, dash in "NAGI, \(day) \(months[month]) (Gull Press) \(dash) " },
    closings: { number in
      [
        ["(Gull Press)"], ["Reporting by I. Reed; editing by O. Moss"],
        ["© Gull Press. All rights reserved."],
        ["(Gull Press)", "Read more: https://gullpress.example/\(number)"], [],
      ]
    },
    stub: "<!-- stub: please add sources -->",
    citationNeeded: ["[citation needed]"],
    references: "## References\n",
    reference: { number, page in "\n\(number). Nagi Almanac, p. \(page)." },
    category: "\n\nCategory: Nagi\n",
    postHead: { handle, day, month, time in "[\(handle), \(day) \(months[month]) \(time)]" },
    clubs: ["Net Menders' Club", "Friends of the Clock Tower", "Ferry Choir"])

  private static let digits = [
    "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
