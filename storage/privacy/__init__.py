"""Everything about one person given out or erased, and the keys the installation makes for itself."""
