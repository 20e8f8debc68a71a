"""Pages of the law: what is in force, one rule, a question and its verdict."""
