"""党政机关竞争上岗工作暂行规定: the steps of competitive selection inside a body."""
