"""Pure parts of the regulation room: facts, rules, parameters, instruments, judging. The law itself is in `law`."""
