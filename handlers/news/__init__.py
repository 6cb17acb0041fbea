"""What people hear and how: the news card, quiet hours and pauses, digests, and replies to announcements."""
