"""What record rules judge by: places in a label, orders in time, derived figures, public vocabularies."""
