import Foundation
import Testing

/// Who makes a version works alone.
@Suite struct VersionWriterTests {
  @Test func oneWriterAtATime() throws {
    let desk = try ImproveTests.Desk()
    try FileManager.default.createDirectory(
      atPath: desk.versions, withIntermediateDirectories: true)
    let descriptor = open(desk.versions + "/.lock", O_RDWR | O_CREAT, 0o666)
    // Also beside one who only looks there is no writing.
    for kind in [LOCK_EX, LOCK_SH] {
      #expect(flock(descriptor, kind) == 0)
      let result = try desk.run(["improve"] + desk.easy())
      #expect(result.exitCode == 74 && result.error.contains("making a version"), "\(result.error)")
    }
    #expect(try desk.run(["ask", "Who?", "--quiet"]).exitCode == 0)
    close(descriptor)
    #expect(try desk.run(["improve"] + desk.easy()).exitCode == 0)
  }
}
