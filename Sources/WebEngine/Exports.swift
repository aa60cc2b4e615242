#if arch(wasm32)
  // What a page calls. Addresses are those of the module's memory; a page runs one thread.
  nonisolated(unsafe) private var engine: Engine?

  /// Memory for the page to write to, aligned for vectors.
  @_expose(wasm, "nakami_allocate")
  @_cdecl("nakami_allocate")
  public func allocate(_ byteCount: Int32) -> UnsafeMutableRawPointer? {
    guard byteCount > 0 else { return nil }
    return .allocate(byteCount: Int(byteCount), alignment: 16)
  }

  @_expose(wasm, "nakami_free")
  @_cdecl("nakami_free")
  public func free(_ address: UnsafeMutableRawPointer?) { address?.deallocate() }

  /// Takes over a model: five sizes, then its parameters. 1 when it is ready, 0 when they do not fit.
  @_expose(wasm, "nakami_load")
  @_cdecl("nakami_load")
  public func load(
    _ sizes: UnsafePointer<Int32>?, _ values: UnsafePointer<Float>?, _ count: Int32
  ) -> Int32 {
    engine = nil
    guard let sizes, let values, count > 0 else { return 0 }
    engine = Engine(
      sizes: UnsafeBufferPointer(start: sizes, count: 5),
      values: UnsafeBufferPointer(start: values, count: Int(count)))
    return engine == nil ? 0 : 1
  }

  /// Forgets the sequence.
  @_expose(wasm, "nakami_reset")
  @_cdecl("nakami_reset")
  public func reset() { engine?.reset() }

  /// Appends tokens. The address of the logits of the last position, or 0 when the tokens do not fit.
  @_expose(wasm, "nakami_process")
  @_cdecl("nakami_process")
  public func process(_ tokens: UnsafePointer<Int32>?, _ count: Int32) -> UnsafePointer<Float>? {
    guard let tokens, count > 0, let engine else { return nil }
    return engine.process(UnsafeBufferPointer(start: tokens, count: Int(count)))?.baseAddress
  }
#endif
