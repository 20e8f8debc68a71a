"""公务员职务任免与职务升降规定（试行）: appointment, removal, promotion and demotion of civil servants."""
