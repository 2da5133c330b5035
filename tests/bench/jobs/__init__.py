"""Work that is measured as a process of its own. Each module takes plain arguments and prints one line of JSON."""
