"""The gate: the only maker of `Admitted`, the value that training and evaluation take."""
