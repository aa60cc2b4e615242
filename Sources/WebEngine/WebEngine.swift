// The room WebEngine.
