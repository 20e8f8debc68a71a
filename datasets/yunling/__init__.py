"""云岭市, the demonstration city: invented, seeded, as of 2026-11-21. It writes the files that users have."""
