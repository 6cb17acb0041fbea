"""Words: texts by key, the Markdown subset they are written in, and its HTML."""
