"""Sanctions on staff of public institutions who are no managers: the periods. 事业单位处分"""
