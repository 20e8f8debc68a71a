"""《中国共产党组织处理规定（试行）》: how long a treatment restricts a leader. Several figures are unverified."""
