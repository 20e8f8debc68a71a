"""《公务员平时考核办法（试行）》（2019年）: shares and effects of the regular appraisal, all figures unverified."""
