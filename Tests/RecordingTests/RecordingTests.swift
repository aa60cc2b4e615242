// Behaviours of Recording.
