"""From the homeserver to the core: the sync loop, invitations, gaps, and events translated into Incoming."""
