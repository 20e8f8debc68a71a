"""Words every room shares: dates, counting, citations, expressions, explanations. Pure Python, no Django."""
