"""What organisers can do about members: look one up, and let a membership rest."""
