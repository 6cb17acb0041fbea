"""Unterhaken: the chat assistant of a climate alliance. The core, its networks and its web pages live below."""
