"""The only place that knows every room: settings, addresses, menu, sign-in."""
