"""Where faqeval keeps what it has worked out about models and articles; never what customers wrote."""

from pathlib import Path

from platformdirs import user_cache_path


def home() -> Path:
    """Return the folder of the system's caches that is faqeval's; on Linux ``XDG_CACHE_HOME`` moves it.

    It need not exist, and may be emptied at any time: what lay there is worked out again.
    """
    return user_cache_path("faqeval", appauthor=False)
