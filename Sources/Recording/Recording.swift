// The room Recording.
