import Foundation

/// Memory of this process that lies in RAM, in megabytes; 0 where the system does not say.
enum ProcessMemory {
  static func resident() -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .ascii),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return 0 }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
  }

  /// The most so far, since the start or since it was last restarted.
  static func peak(restarting: Bool) -> Double {
    if restarting {
      // The mark sinks to what is resident now.
      try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
    }
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
    else { return resident() }
    return kilobytes * 1024 / 1e6
  }
}
