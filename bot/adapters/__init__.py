"""One package per network, each translating (pure functions) and transporting (I/O). They never import each other."""
