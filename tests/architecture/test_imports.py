import subprocess
import sys

import pytest

HEAVY = ("numpy", "pandas", "sklearn", "scipy", "torch", "sentence_transformers", "fastapi", "pyarrow", "pydantic")


def loaded_after(statement: str) -> set[str]:
    """Top-level packages that a fresh process has loaded after a statement."""
    code = f"{statement}\nimport sys; print('\\n'.join({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n"))


@pytest.mark.parametrize(
    "statement",
    ["import faqeval", "import faqeval.cli", "import faqeval; dir(faqeval); faqeval.__version__"],
    ids=["library", "command line", "names"],
)
def test_a_fresh_import_loads_no_heavy_package(statement: str):
    assert loaded_after(statement).isdisjoint(HEAVY)


def test_help_loads_no_heavy_package():
    code = "import sys; sys.argv = ['faqeval', '--help']\nfrom faqeval.cli.app import run\nrun(['--help'])"
    assert {name.strip() for name in loaded_after(code)}.isdisjoint(HEAVY)


def test_every_public_name_loads():
    import faqeval

    for name in faqeval.__all__:
        assert getattr(faqeval, name) is not None


def test_match_is_the_function_before_and_after_its_room_is_imported():
    code = (
        "import faqeval; assert callable(faqeval.match); import faqeval.matching.rank; assert callable(faqeval.match)"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
