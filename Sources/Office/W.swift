enum WarmOffice {}
