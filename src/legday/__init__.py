"""legday plans, coaches and logs lower-body strength training."""

__version__ = "0.1.0"
