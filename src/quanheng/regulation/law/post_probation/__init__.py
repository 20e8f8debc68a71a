"""党政领导干部任职试用期暂行规定: the year of probation after a promotion to a leading post."""
