import Foundation

/// The model that the live page runs, or why it runs none.
public enum LiveContent: Sendable {
  /// The model with its tokenizer, as the engine of the page takes it.
  case model([UInt8])
  /// A model whose parameters need more bytes than a page can be expected to load.
  case tooLarge(parameterBytes: Int)

  /// More bytes of parameters are not put into a page.
  public static let most = 40_000_000

  /// Name of its file, at the top of the site.
  static let path = "live.js"

  var hasModel: Bool {
    if case .model = self { true } else { false }
  }

  /// The script that carries engine and model, for a page opened from disk can load nothing else; nil where
  /// there is no model.
  var script: String? {
    guard case .model(let bytes) = self else { return nil }
    return """
      // The engine of the live page, which is nakami compiled to WebAssembly, and the model of this run.
      'use strict';
      self.nakamiLive = {
      engine: '\(EngineModule.base64)',
      model: '\(Data(bytes).base64EncodedString())',
      };

      """
  }

  /// Bytes that a page loads once it is asked to, its few words left out; 0 where there is no model.
  var weight: Int {
    guard case .model(let bytes) = self else { return 0 }
    return EngineModule.base64.utf8.count + (bytes.count + 2) / 3 * 4
  }
}
