"""Any data file as records: containers, from bytes to rows; formats, from a row to records; one reader."""
