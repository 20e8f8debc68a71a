"""The law: a folder for each instrument. Rules in our own words with their clauses; never copied text."""
