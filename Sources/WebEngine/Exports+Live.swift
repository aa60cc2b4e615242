#if arch(wasm32)
  import Live
  import Names

  // What the live page calls: a model once, then one address after the other.
  nonisolated(unsafe) private var model: LiveModel?
  nonisolated(unsafe) private var written: [UInt8] = []
  nonisolated(unsafe) private var training = TrainingSeat()

  /// Takes over a model and its tokenizer, see `LivePack`. 1 when it is ready.
  @_expose(wasm, "nakami_open")
  @_cdecl("nakami_open")
  public func open(_ pack: UnsafeRawPointer?, _ count: Int32) -> Int32 {
    model = nil
    guard let pack, count > 0,
      let read = LivePack(UnsafeRawBufferPointer(start: pack, count: Int(count)))
    else { return 0 }
    model = LiveModel(read)
    return 1
  }

  /// Shows a moment; what it gives is UTF-8, ``writtenCount()`` bytes of it, until the next call.
  /// - Parameters:
  ///   - address: UTF-8, what stands behind `#`.
  ///   - isJapanese: 1 for Japanese readers, 0 for English ones.
  @_expose(wasm, "nakami_show")
  @_cdecl("nakami_show")
  public func show(
    _ address: UnsafePointer<UInt8>?, _ count: Int32, _ isJapanese: Int32
  ) -> UnsafePointer<UInt8>? {
    guard let model else { return nil }
    let shown = model.reply(to: text(address, count), in: isJapanese == 1 ? .japanese : .english)
    return write(shown)
  }

  /// Takes a text through the rules of cleaning and shows what each did.
  @_expose(wasm, "nakami_clean")
  @_cdecl("nakami_clean")
  public func clean(
    _ address: UnsafePointer<UInt8>?, _ count: Int32, _ isJapanese: Int32
  ) -> UnsafePointer<UInt8>? {
    write(
      CleaningReply.reply(
        to: text(address, count), in: isJapanese == 1 ? .japanese : .english))
  }

  /// Lets a very small model learn for some steps and shows it; below 0 it begins anew.
  @_expose(wasm, "nakami_train")
  @_cdecl("nakami_train")
  public func train(
    _ address: UnsafePointer<UInt8>?, _ count: Int32, _ isJapanese: Int32, _ steps: Int32
  ) -> UnsafePointer<UInt8>? {
    write(
      training.reply(
        to: text(address, count), steps: Int(steps),
        in: isJapanese == 1 ? .japanese : .english))
  }

  private func text(_ address: UnsafePointer<UInt8>?, _ count: Int32) -> String {
    let bytes = UnsafeBufferPointer(start: address, count: address == nil ? 0 : Int(max(0, count)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String) -> UnsafePointer<UInt8>? {
    written = Array(text.utf8)
    return written.withUnsafeBufferPointer { $0.baseAddress }
  }

  /// Bytes of what was shown last.
  @_expose(wasm, "nakami_shown_count")
  @_cdecl("nakami_shown_count")
  public func shownCount() -> Int32 { Int32(written.count) }
#endif
