"""What an operator and an alliance write instead of code: settings, logging, texts and alliance profiles."""
