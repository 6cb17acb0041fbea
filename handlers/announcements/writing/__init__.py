"""Writing an announcement: its words and pictures, who it is for, and how it reads. Nothing is sent here."""
