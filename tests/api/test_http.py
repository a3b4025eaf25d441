import pytest
from faqeval_api import create_app
from fastapi.testclient import TestClient

from faqeval.service import LoadedFaq, match

SECRET = "canary-7731"


@pytest.fixture(scope="module")
def client(small_faq) -> TestClient:
    return TestClient(create_app(LoadedFaq.open(*small_faq)), raise_server_exceptions=False)


def test_health(client: TestClient):
    assert client.get("/healthz").json()["status"] == "ok"


def test_match_gives_the_same_numbers_as_python(client: TestClient, small_faq):
    texts = ["forgot pin", "pay bill by card", "phone abroad"]
    answer = client.post("/v1/match", json={"queries": texts, "k": 2}).json()
    over_http = [
        (str(one["query"]), article["article_id"], article["rank"], article["answer_probability"])
        for one in answer["matches"]
        for article in one["articles"]
    ]
    import pandas as pd

    frame = match(small_faq[0], pd.DataFrame({"text": texts}), k=2)
    assert over_http == [tuple(row) for row in frame.itertuples(index=False)]


def test_match_says_why_when_asked_to(client: TestClient):
    plain = client.post("/v1/match", json={"queries": ["forgot pin", "🙂"], "k": 1}).json()
    assert "why" not in plain["matches"][0]["articles"][0]
    asked = client.post("/v1/match", json={"queries": ["forgot pin", "🙂"], "k": 1, "explain": True}).json()
    why = asked["matches"][0]["articles"][0].pop("why").removeprefix("A guess: ")
    assert why.casefold() == "the title has “forgot” and “pin”. shared words carried it."
    assert asked == plain


def test_repeated_and_empty_questions_have_an_answer_each(client: TestClient):
    answer = client.post("/v1/match", json={"queries": ["forgot pin", "", "Forgot PIN", "🙂"], "k": 1}).json()
    assert [one["query"] for one in answer["matches"]] == [0, 1, 2, 3]
    assert (
        answer["matches"][0]["articles"][0]["article_id"] == answer["matches"][2]["articles"][0]["article_id"] == "pin"
    )
    assert answer["matches"][1]["articles"] == []


def test_a_draft_is_scored_against_what_customers_ask(client: TestClient):
    body = "You see how many gigabytes are left in the app."
    scored = client.post("/v1/drafts/score", json={"title": "Gigabytes left", "body": body, "language": "en"}).json()
    assert 0 <= scored["understandability"]["score"] <= 1
    assert (scored["demand"], scored["questions"]) == (0, [])


def test_a_new_version_of_a_published_article_takes_its_place(client: TestClient):
    draft = {"id": "pin", "title": "I forgot my PIN code", "body": "See the letter.", "language": "en"}
    scored = client.post("/v1/drafts/score", json=draft).json()
    assert {"forgot pin"} <= {question["text"] for question in scored["questions"]}


WRONG = {
    "no JSON": ("/v1/match", {"content": SECRET, "headers": {"content-type": "application/json"}}, 422),
    "wrong type": ("/v1/match", {"json": {"queries": SECRET}}, 422),
    "unknown field": ("/v1/match", {"json": {"queries": ["a"], SECRET: SECRET}}, 422),
    "no queries": ("/v1/match", {"json": {"queries": []}}, 422),
    "k too large": ("/v1/match", {"json": {"queries": [SECRET], "k": 1_000}}, 422),
    "language": ("/v1/drafts/score", {"json": {"title": SECRET, "language": SECRET}}, 422),
    "too long": ("/v1/drafts/score", {"json": {"title": SECRET * 1_000}}, 422),
    "too large": ("/v1/drafts/score", {"json": {"body": SECRET * 300_000}}, 413),
    "unknown path": (f"/v1/{SECRET}", {"json": {}}, 404),
}


@pytest.mark.parametrize(("path", "request_body", "status"), WRONG.values(), ids=WRONG.keys())
def test_every_error_is_a_problem_document_without_the_text_sent(client: TestClient, path, request_body, status):
    answer = client.post(path, **request_body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "detail", "code"} == set(answer.json())
    assert SECRET not in answer.text


def test_wrong_method_is_a_problem_document(client: TestClient):
    answer = client.get("/v1/match")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")


def test_a_foreign_host_name_is_refused(client: TestClient):
    assert client.get("/healthz", headers={"host": "attacker.example"}).status_code == 400


def test_an_empty_draft_is_answered(client: TestClient):
    answer = client.post("/v1/drafts/score", json={})
    assert answer.status_code in (200, 422)
    assert "Traceback" not in answer.text
