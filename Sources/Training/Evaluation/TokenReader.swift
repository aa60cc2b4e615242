import Inference

/// A program that reads tokens one after another and says after each what it expects next: with
/// weights in 32 bits, or with quantized ones.
public protocol TokenReader: AnyObject {
  /// Forgets the sequence.
  func reset()
  /// Appends tokens.
  /// - Returns: the logits after the last one, `[vocabulary]`; valid until the next call.
  func process(_ tokens: [Int32]) -> UnsafeBufferPointer<Float>
}

extension Generator: TokenReader {}
