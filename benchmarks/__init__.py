"""What `make bench` measures: every figure the project promises, in the same run as what it is compared with."""
