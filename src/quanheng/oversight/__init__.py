"""监督检查: special inspections of selection work; the law put to the records of many cases."""
