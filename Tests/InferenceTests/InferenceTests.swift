// Behaviours of Inference.
