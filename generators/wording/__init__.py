"""Words around facts: a phrase book a schema, frames and asides a group of schemas."""
