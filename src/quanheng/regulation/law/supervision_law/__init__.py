"""《中华人民共和国监察法》: 复审 and 复核 of the decisions of supervisory bodies."""
