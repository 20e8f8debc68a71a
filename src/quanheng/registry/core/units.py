"""What sort of unit a workplace is, for experience that is counted by it: township, street, enterprise, institution.
By the category on file, else by the name; a name that does not say leaves it unknown. No record is read here.
"""

import re

TOWNSHIP, STREET, ENTERPRISE, INSTITUTION, OTHER = "township", "street", "enterprise", "institution", "other"
NEAR_THE_GROUND = (TOWNSHIP, STREET, ENTERPRISE, INSTITUTION)
"""乡镇、街道、企事业单位: where leading work is counted as a group of its own."""

_BODY = r"(?:党委|党工委|人民政府|政府|人大主席团|人大|纪委|武装部)?$"
_TOWNSHIP = re.compile(rf"[^市区县]{{1,8}}(?:镇|乡|苏木|民族乡){_BODY}")
_STREET = re.compile(rf"街道(?:办事处)?{_BODY}")
_ENTERPRISE = re.compile(r"(?:公司|集团|厂|银行|矿务局)$")
_INSTITUTION = re.compile(r"(?:大学|学院|学校|中学|小学|幼儿园|医院|研究院|研究所|电视台|图书馆|博物馆)$")
_TOWNSHIP_BODIES = ("1001", "1002", "1003", "1004")
_TOWNSHIP_LEVELS = ("109", "110")


def sort_of_unit(name: str, *, category: str = "", level: str = "") -> str | None:
    """The sort of a unit; `category` and `level` are codes of `organisation_category` and `organisation_level`.

    >>> sort_of_unit("青石县柳林镇人民政府"), sort_of_unit("云岭市交通运输局", category="3419"), sort_of_unit("云岭市某处")
    ('township', 'other', None)
    """
    said = name.strip()
    if _STREET.search(said):
        return STREET
    if _TOWNSHIP.search(said) or (category in _TOWNSHIP_BODIES and level in _TOWNSHIP_LEVELS):
        return TOWNSHIP
    if category:
        return {"5": ENTERPRISE, "4": INSTITUTION}.get(category[0], OTHER)
    if _ENTERPRISE.search(said):
        return ENTERPRISE
    return INSTITUTION if _INSTITUTION.search(said) else None
