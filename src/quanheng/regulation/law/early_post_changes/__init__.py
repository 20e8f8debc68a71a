"""《国家公务员职务升降暂行规定》（1996年至2008年2月）: tenure, grades and education, for reading old files."""
