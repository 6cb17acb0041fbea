"""The organisers: who they are, questions to them, and messages put aside for them."""
