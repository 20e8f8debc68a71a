"""《事业单位岗位设置管理试行办法》（2006年）: management grades as posts, sanctioned managers, county staff grades."""
