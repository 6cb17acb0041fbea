"""How fast messages may go out, and how long to wait before the next try."""
