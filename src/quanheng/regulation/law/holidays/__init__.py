"""《全国年节及纪念日放假办法》: the statutory days by version. The yearly arrangements are in `kernel.workdays`."""
