"""From the core to the homeserver: messages composed, files uploaded, events sent with their transaction ids."""
