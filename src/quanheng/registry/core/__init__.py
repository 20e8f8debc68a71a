"""Pure decisions and formats of the registry: code tables, identity numbers, résumés. No Django."""
