"""Announcements in the database: drafts and states, audiences, copies and their counters, wishes and places."""
