"""State sanctions on public officials: the periods, and the bars while a case is open. 政务处分"""
