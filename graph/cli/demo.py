"""`diplograph demo`."""
def demo() -> None:
    """x"""
