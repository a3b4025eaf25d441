import subprocess
import sys


def test_importing_the_text_room_loads_no_word_list_and_no_model() -> None:
    heavy = "numpy lingua simplemma wordfreq phonenumbers stdnum snowballstemmer"
    code = f"import sys, faqeval.text\nprint([name for name in {heavy.split()!r} if name in sys.modules])\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
