"""《中国共产党章程》: the Party seniority of committee members."""
