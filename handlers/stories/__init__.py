"""Stories of success: telling, showing, moderating, and the letters between author and team."""
