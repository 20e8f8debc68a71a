"""《事业单位人事管理条例》: contracts, dismissal for absence, sanctions and their lifting."""
