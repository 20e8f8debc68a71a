"""Pure decisions of the meeting room: quorum, majority, order of speaking, who must step aside. No Django."""
