"""Belonging: joining, the declaration, following, one's own data, and leaving."""
