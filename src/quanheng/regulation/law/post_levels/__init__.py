"""《公务员职务、职级与级别管理办法》（2020年）及其前身（2006年）: levels of posts, township tenure, bars, void settings."""
