"""``faqeval doctor``."""

import typer


def doctor() -> int:
    """Check that this installation is whole."""
    from .. import service

    checks = service.doctor()
    for check in checks:
        typer.echo(check.in_words())
    return 0 if all(check.fine for check in checks) else 2
