"""A data file that becomes another one: faulty records replaced, or missing ones added."""
