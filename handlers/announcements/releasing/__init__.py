"""From a draft to a sending: its card, the rehearsal, a second pair of eyes, the time, and the way it goes."""
