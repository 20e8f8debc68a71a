"""铨衡 Quanheng: the registry, decision support and gated procedure for choosing public leaders."""
