// The room Diagrams.
