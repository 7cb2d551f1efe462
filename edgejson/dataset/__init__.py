"""What is known of a whole file: tables, duplicates, conventions."""
