"""The verbs of public notice: publish, take down, record and conclude an objection."""
