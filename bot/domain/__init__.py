"""The rules of an alliance without I/O: who is a member, what a story needs, when a check-in is due."""
