"""地方各级人民代表大会和地方各级人民政府组织法: nomination and election of local leaders."""
