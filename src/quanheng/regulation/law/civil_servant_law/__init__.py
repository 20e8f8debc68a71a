"""《中华人民共和国公务员法》: only the clauses that selection rests on."""
