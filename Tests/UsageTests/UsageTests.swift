// Behaviours of Usage.
