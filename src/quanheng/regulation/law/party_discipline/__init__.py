"""《中国共产党纪律处分条例》: how long a Party sanction restricts a member. Windows are joined in `core.windows`."""
