"""What a screening takes as given where nobody recorded anything else."""

NO_FINDING = {
    "has_political_breach": False,
    "has_low_recognition": False,
    "has_canvassed": False,
    "has_other_bar": False,
    "is_under_investigation": False,
}
"""What nobody has recorded against a person is not on record: a finding exists as a dated record or not at all."""

ORDINARY = {
    "case_kind": "individual",
    "seats": 1,
    "is_exceptional": False,
    "is_tenure_exception": False,
    "exceptional_ground": "none",
    "is_reportable": False,
    "prior_report": "not_needed",
    "is_training_promised": False,
}
"""An individual promotion by the ordinary way, as this procedure is."""
