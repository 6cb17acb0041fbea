"""Talking to the homeserver: requests, the login, what an answer means. Nothing about rooms or messages."""
