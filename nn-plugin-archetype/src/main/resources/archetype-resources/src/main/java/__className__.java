#parse("kinds/${kind}.java")
