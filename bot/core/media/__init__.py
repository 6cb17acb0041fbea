"""Pictures and files, and what of a message fits where."""
