"""Which column of an exchange package fills which column of the roster, table by table (data standard, 3.1 and 3.3)."""

FIELDS: dict[str, tuple[str, dict[str, str]]] = {
    "B01单位": ("B01", {
        "name": "B0101", "short_name": "B0104", "division": "B0117", "affiliation": "B0124", "level": "B0127",
        "category": "B0131", "kind": "B0194", "administrative_staffing": "B0227", "reference_staffing": "B0232",
        "institution_staffing": "B0233", "support_staffing": "B0236", "other_staffing": "B0234",
        "reference_approved_on": "B0238", "reference_document": "B0239", "inner_leader_quota": "B0150",
        "principal_quota": "B0183", "deputy_quota": "B0185", "remark": "B0180", "position": "SORTID",
    }),
    "A01人员": ("A01", {
        "name": "A0101", "identity_number": "A0184", "sex": "A0104", "born_on": "A0107", "native_place": "A0111A",
        "birth_place": "A0114A", "raised_in": "A0115A", "ethnic_group": "A0117", "health": "A0128",
        "work_started_on": "A0134", "party_text": "A0140", "political_status": "A0141", "party_joined_on": "A0144",
        "second_party": "A3921", "third_party": "A3927", "person_category": "A0160", "person_status": "A0163",
        "management_scope": "A0165", "speciality": "A0187A", "current_post": "A0192A", "current_post_short": "A0192",
        "post_level": "A0221", "post_level_on": "A0288", "rank": "A0192E", "rank_on": "A0192C",
        "professional_title": "A0196", "has_grassroots_experience": "A0197", "resume": "A1701", "awards": "A14Z101",
        "assessment": "A15Z101", "grade": "A0120", "staffing_type": "A0121", "technical_qualification": "A0122",
        "registered_on": "A2949", "remark": "A0180",
    }),
    "A02职务": ("A02", {
        "organisation": "A0201A", "is_team_member": "A0201D", "team_member": "A0201E", "post": "A0215A",
        "is_leading": "A0219", "position": "A0223", "team_position": "A0225", "from_on": "A0243", "document": "A0245",
        "selection_method": "A0247", "is_exceptional": "A0251B", "status": "A0255", "until_on": "A0265",
        "removal_document": "A0267", "reason": "A0272", "is_printed": "A0281", "is_main": "A0279",
    }),
    "A05职务职级": ("A05", {
        "kind": "A0531", "level": "A0501B", "from_on": "A0504", "document": "A0511", "until_on": "A0517",
        "status": "A0524",
    }),
    "A06专业技术": ("A06", {
        "title": "A0601", "title_name": "A0602", "acquired_on": "A0604", "route": "A0607", "examined_by": "A0611",
        "is_printed": "A0699",
    }),
    "A08学历学位": ("A08", {
        "education_name": "A0801A", "education": "A0801B", "degree_name": "A0901A", "degree": "A0901B",
        "entered_on": "A0804", "left_on": "A0807", "degree_on": "A0904", "school": "A0814", "major": "A0824",
        "major_category": "A0827", "mode": "A0837", "years": "A0811", "is_printed": "A0899",
    }),
    "A14奖惩": ("A14", {
        "title": "A1404A", "kind": "A1404B", "approved_on": "A1407", "approved_by": "A1411A",
        "approver_level": "A1414", "post_level": "A1415", "revoked_on": "A1424", "approver_kind": "A1428",
    }),
    "A15考核": ("A15", {"result": "A1517", "year": "A1521"}),
    "A36家庭及社会关系": ("A36", {
        "relative": "A3601", "relation": "A3604A", "born_on": "A3607", "political_status": "A3627", "work": "A3611",
        "position": "SORTID",
    }),
    "A99Z1补充": ("A99Z1", {
        "was_examined": "A99Z101", "recruited_on": "A99Z102", "is_selected_graduate": "A99Z103",
        "selected_graduate_on": "A99Z104",
    }),
}  # fmt: skip
"""Sheet of the roster to (table of the package, key of our column to its column)."""
