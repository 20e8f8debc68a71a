"""《干部教育培训工作条例》: the norms of training. Of its versions only the month is known."""
