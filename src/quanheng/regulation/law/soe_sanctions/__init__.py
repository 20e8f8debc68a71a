"""《国有企业管理人员处分条例》: what it adds to the law on state sanctions: kinds, reform errors, review and appeal."""
