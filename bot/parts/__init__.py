"""What the app is put together from, beside the networks, the web face and the core."""
