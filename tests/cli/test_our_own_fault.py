import pytest

from faqeval.cli import app as door

SECRET = "my card is stolen says Anna"


def test_our_own_fault_is_exit_3_with_a_report_that_holds_no_customer_text(monkeypatch, capsys):
    def fail(**_: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(door, "app", lambda **_: fail())
    assert door.run([]) == 3
    said = capsys.readouterr().err
    path = said.strip().rsplit(" ", 1)[1]
    with open(path, encoding="utf-8") as file:
        report = file.read()
    assert SECRET not in said + report
    assert "RuntimeError" in report
    assert "fail" in report


@pytest.mark.parametrize(("ending", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 0)])
def test_other_endings_have_their_code(monkeypatch, ending: BaseException, code: int):
    def end(**_: object) -> None:
        raise ending

    monkeypatch.setattr(door, "app", end)
    monkeypatch.setattr(door.os, "dup2", lambda *_: None)
    assert door.run([]) == code
