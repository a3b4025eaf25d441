"""How matchers are compared: the plays, the matchers, the figures with their intervals, tables and chart."""
