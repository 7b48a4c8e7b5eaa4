"""Keys of a session that are none: cut, swapped, written otherwise, or something else altogether."""

import base64
import codecs
import hashlib
import hmac
import json


def forged(key, other, person, session, stored_hash, dice):
    """Keys that are none: (what it is, the cookie's value)."""
    def web_token(head, secret):
        parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (head, {"sub": person, "sid": session, "exp": 4_102_444_800})]
        signed = hmac.new(secret.encode(), b".".join(parts), hashlib.sha256).digest() if secret else b""
        return b".".join([*parts, base64.urlsafe_b64encode(signed).rstrip(b"=")]).decode()
    swapped = key[1] + key[0] + key[2:]
    # The last letter of 43 holds two bits that say nothing: the same bytes can be written in four ways.
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    tail = letters.index(key[-1])
    raw = base64.urlsafe_b64decode(key + "=")
    yield "nothing", ""
    yield "a blank", " "
    for length in (1, 10, 22, 42):
        yield f"cut to {length}", key[:length]
    yield "cut at its front", key[1:]
    yield "one letter longer", key + "A"
    yield "twice", key + key
    yield "with padding", key + "="
    yield "two letters swapped", swapped if swapped != key else key[::-1]
    yield "backwards", key[::-1]
    yield "in upper case", key.upper() if key.upper() != key else key + "x"
    yield "in lower case", key.lower() if key.lower() != key else key + "x"
    yield "rotated", codecs.encode(key, "rot13")
    for more in (1, 2, 3):
        yield f"the same bytes written otherwise ({more})", key[:-1] + letters[tail ^ more]
    yield "its bytes as hexadecimal", raw.hex()
    yield "its bytes in the other alphabet", base64.b64encode(raw).decode() + ("+/" if not {"+", "/"} & set(base64.b64encode(raw).decode()) else "")
    yield "encoded once more", base64.urlsafe_b64encode(key.encode()).decode()
    yield "escaped", "".join(f"%{ord(letter):02X}" for letter in key)
    yield "in quotes", f'"{key}"'
    yield "in brackets", f"[{key}]"
    yield "with a tab before it", f"x\t{key}"
    yield "with something after it", key + ",x"
    yield "with an attribute", f"x={key}"
    for at in dice.sample(range(42), 8):
        yield f"letter {at} another", key[:at] + letters[letters.index(key[at]) ^ 1] + key[at + 1:]
    yield "random", "".join(dice.choice(letters) for _ in range(43))
    yield "all the same letter", "A" * 43
    yield "of another installation", other
    yield "its hash, as stored", stored_hash
    yield "the session's id", session
    yield "the person's id", person
    yield "a token without signature", web_token({"alg": "none", "typ": "JWT"}, "")
    yield "a token signed with nothing", web_token({"alg": "HS256", "typ": "JWT"}, "")[:-1] + ".x"
    yield "a token signed by somebody", web_token({"alg": "HS256", "typ": "JWT"}, "secret")
    yield "a quotation for SQL", "' or '1'='1"
    yield "a comment for SQL", key[:5] + "'--"
    yield "a pattern", "%"
    yield "a pattern of its length", "_" * 43
    yield "very long", "A" * 7_000
    yield "letters of elsewhere", "ключ-ñ-行"
    for word in ("null", "undefined", "true", "0", "-1", "{}", "admin", "host"):
        yield f"the word {word}", word
