"""《关于县以下机关建立公务员职务与职级并行制度的意见》（2015年1月至2019年5月）: five ranks at county level and below."""
