"""Schema states: small houses as they were at each release, kept as backups; every one must still be restored and upgraded."""
