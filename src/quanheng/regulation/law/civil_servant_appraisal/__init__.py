"""《公务员考核规定》（1994、2007、2020年）: kinds, shares, uses of the result, and the years of special situations."""
