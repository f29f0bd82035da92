"""What a form or a program sends, bounded while it arrives."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request


async def body(request: Request, most: int) -> bytes:
    """The body of a request; raises ``HTTPException`` 413 as soon as it has more than ``most`` bytes."""
    kept = bytearray()
    async for chunk in request.stream():
        kept += chunk
        if len(kept) > most:
            raise HTTPException(413, f"too long: at most {most:,} bytes")
    return bytes(kept)


async def form(request: Request, most: int = 20_000) -> dict[str, str]:
    """The fields of a form, of each the first value; at most 20 fields."""
    try:
        sent = parse_qs((await body(request, most)).decode("utf-8", "replace"), max_num_fields=20)
    except ValueError as error:
        raise HTTPException(400, "too many fields") from error
    return {name: values[0].replace("\0", "") for name, values in sent.items()}
