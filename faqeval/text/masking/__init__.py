"""Personal data in customers' words, replaced by typed tags."""
