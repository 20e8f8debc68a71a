"""诫勉: how long an admonition restricts a leader (2015 rules, as copied by secondary sources)."""
