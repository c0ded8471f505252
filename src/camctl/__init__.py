"""camctl: el plan de trabajo de una comisión, como datos."""

__version__ = "0.1.0"
