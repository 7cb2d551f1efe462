"""What training and evaluation share: base models, adapters, prompts, engines."""
