"""The look: base page, components, styles, charts, and the register of addresses."""
