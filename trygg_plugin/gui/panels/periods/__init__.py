"""The period: figures, lights, texts, adoption."""
