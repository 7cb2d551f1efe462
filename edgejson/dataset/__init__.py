"""What can be said of whole files: tables, duplicates, conventions."""
