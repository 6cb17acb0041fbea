"""What no visitor may use up: memory for bodies and files, new sessions, and the caps on every request."""
