// Behaviours of Lessons.
