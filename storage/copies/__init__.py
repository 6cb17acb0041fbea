"""Copies of announcements: written in chunks, counted, changed later. What an announcement is stands elsewhere."""
