"""Chapter 09: training."""

EXERCISES = []
