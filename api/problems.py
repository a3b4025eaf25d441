"""Every error as a problem document (RFC 9457) with a stable code, and never with the text that was sent."""

from collections.abc import Sequence

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from faqeval.errors import FaqevalError


def problem_document(status: int, code: str, title: str, detail: str) -> dict[str, object]:
    """Return the fields of a problem document."""
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "code": code}


def register_problems(app: FastAPI) -> None:
    """Answer every error of ``app`` with a problem document."""
    app.add_exception_handler(FaqevalError, _on_faqeval_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_fault)


def _answer(status: int, code: str, title: str, detail: str) -> JSONResponse:
    body = problem_document(status, code, title, detail)
    return JSONResponse(body, status, media_type="application/problem+json")


async def _on_faqeval_error(request: Request, exc: Exception) -> JSONResponse:
    code = exc.code if isinstance(exc, FaqevalError) else "faqeval_error"
    return _answer(422, code, "The input cannot be used", str(exc))


async def _on_invalid(request: Request, exc: Exception) -> JSONResponse:
    """Name the fields at fault and what was wrong with them; the values stay where they came from."""
    errors: Sequence[dict[str, object]] = exc.errors() if isinstance(exc, RequestValidationError) else ()
    if any(error["type"] == "json_invalid" for error in errors):
        return _answer(422, "invalid_json", "The body is no JSON", "The body must be JSON in UTF-8. Correct it.")
    faults = []
    for error in errors:
        place = error["loc"]
        known = [str(part) for part in place if isinstance(part, int) or str(part).isidentifier()][:6]  # type: ignore[attr-defined]
        faults.append(f"{'.'.join(known)}: {str(error['type']).replace('_', ' ')}")
    return _answer(422, "invalid_request", "The request has wrong fields", "; ".join(faults[:10]))


async def _on_http_error(request: Request, exc: Exception) -> JSONResponse:
    status = exc.status_code if isinstance(exc, HTTPException) else 500
    titles = {404: ("not_found", "There is nothing at this path"), 405: ("method_not_allowed", "Wrong method")}
    code, title = titles.get(status, ("http_error", "The request cannot be answered"))
    return _answer(status, code, title, f"{title}. See /openapi.json for what there is.")


async def _on_fault(request: Request, exc: Exception) -> JSONResponse:
    return _answer(500, "internal_error", "A fault of faqeval", "This is not the request's fault. Nothing was stored.")
