"""Tunes a small BERT encoder on the CPU to judge the sentiment toward each organisation of a text."""
