"""What everything else is written with: bytes, lines, decoded values, records, findings."""
