"""The HTML page on one or more evaluations: scores, plots, breakdowns and a browser of misses."""
