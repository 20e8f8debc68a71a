"""《公务员职务与职级并行规定》（2019年）: the ladder of ranks, years, quotas, bars and steps; township posts of 2008 and 2020."""
