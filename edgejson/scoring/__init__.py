"""From an answer and a label to scores."""
