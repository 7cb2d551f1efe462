"""Labels read back from their prompts, by layout and schema alone."""
