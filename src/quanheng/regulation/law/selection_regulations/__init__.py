"""《党政领导干部选拔任用工作条例》 of 2002, 2014 and 2019: a module a chapter (numbers of the 2019 version)."""
