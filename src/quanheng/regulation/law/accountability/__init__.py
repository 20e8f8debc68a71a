"""《中国共产党问责条例》 and the provisional rules of 2009 before it: the ways of holding leaders accountable."""
