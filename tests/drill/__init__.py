"""The drill: everything is killed under load, again and again; nothing acknowledged may be lost or doubled."""
