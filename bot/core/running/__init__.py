"""What runs all the time: receiving, handling, dispatching, leases and ticks. Everything here is asynchronous."""
