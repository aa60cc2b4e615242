// The room Inference.
