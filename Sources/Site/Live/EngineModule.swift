enum EngineModule { static let base64 = "" }
