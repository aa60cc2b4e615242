// The room Figures.
