"""Dates of the alliance: who writes them, who comes, and what those hear before and after."""
