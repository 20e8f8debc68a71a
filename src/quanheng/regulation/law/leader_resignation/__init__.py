"""党政领导干部辞职暂行规定: four kinds of resignation, their steps and time limits."""
