"""How one incoming message becomes replies: finding the route, leading through dialogues, understanding words."""
