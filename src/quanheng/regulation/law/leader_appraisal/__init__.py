"""《党政领导干部考核工作条例》（2019年）: who is assessed by it and how; ratios and exclusions are not confirmed."""
