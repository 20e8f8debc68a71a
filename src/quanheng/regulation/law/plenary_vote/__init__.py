"""党的地方委员会全体会议表决办法: the plenum's ballot on chiefs of the next level."""
