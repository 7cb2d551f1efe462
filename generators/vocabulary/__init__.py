"""Raw material: people, places, times, money and goods as they occur in real life."""
