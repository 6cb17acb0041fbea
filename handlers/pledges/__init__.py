"""Pledges: making and keeping them, check-ins and their answers, and progress."""
