enum WarmStorage {}
