"""《综合管理类公务员非领导职务设置管理办法》（2006年至2019年5月）: years, levels, places and ratios of non-leading posts."""
