"""After sending: the report, what is tried once more, corrections, taking back, and the list of all announcements."""
