"""The error tree. Every message says what must be, what was, where, and what to do.

FaqevalError
├── InputError            their data
│   ├── FileUnreadable    missing, not that format, wrong encoding, too large
│   ├── ColumnMissing     a required column is not there
│   ├── NothingUsable     no usable row is left
│   └── TooManyRejects    more rows were refused than the settings allow
├── ConfigError           their settings
├── OutputError           the result could not be written
└── MissingExtra          their install
"""


class FaqevalError(Exception):
    """Something the user can mend; the message says how."""

    code = "faqeval_error"


class InputError(FaqevalError):
    """The data given cannot be used as it is."""

    code = "input_error"


class FileUnreadable(InputError):
    """A file is missing, is not of the format it claims, or is too large."""

    code = "file_unreadable"


class ColumnMissing(InputError):
    """A required column is not in the file."""

    code = "column_missing"


class NothingUsable(InputError):
    """No usable row is left after checking."""

    code = "nothing_usable"


class TooManyRejects(InputError):
    """More rows were refused than the settings allow."""

    code = "too_many_rejects"


class ConfigError(FaqevalError):
    """A setting is unknown or out of range."""

    code = "config_error"


class OutputError(FaqevalError):
    """The result could not be written; nothing was left behind."""

    code = "output_error"


class MissingExtra(FaqevalError):
    """A package is needed that an extra of faqeval brings."""

    code = "missing_extra"
