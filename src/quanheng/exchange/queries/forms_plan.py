"""temp"""
def forms_plan(content, *, file_name, authority, paths, on):
    raise NotImplementedError
