"""Tables of the regulation room. The law itself is data in `law/`; here is only who has adopted which local rules."""

from quanheng.regulation.models.adoption import LayerAdoption

__all__ = ["LayerAdoption"]
