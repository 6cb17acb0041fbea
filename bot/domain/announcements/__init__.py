"""Announcements: what is said to whom and when, and what each person wishes to hear. Rules without I/O."""
