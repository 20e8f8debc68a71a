"""《干部教育培训工作条例》: the five-year norm of training. Days of issue were not seen: the month's last day."""
