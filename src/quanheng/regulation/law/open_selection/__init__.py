"""公开选拔党政领导干部工作暂行规定: when open selection is used and its steps."""
