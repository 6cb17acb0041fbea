"""Announcements: written, sent, reported on; and people's wishes about news."""
