"""What a command does that is more than to serve: try it out, look whether all is in order, invite organisers."""
