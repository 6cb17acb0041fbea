"""First words and finding one's way: welcome, looking around, language, help, and what nothing else understood."""
