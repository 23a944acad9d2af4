"""The ladder: the strictest form of the question that a server understands.

One server ignores ``response_format`` in silence, one refuses a JSON schema, one knows
another spelling of it. What worked is remembered for the life of the process.
"""

from __future__ import annotations

from claimledger.splitters.llm.answers import Answer, read_answer
from claimledger.splitters.llm.client import ChatClient
from claimledger.splitters.llm.errors import FormError
from claimledger.splitters.llm.questions import Form, messages, response_format

_WORKED: dict[str, Form] = {}


def ask(client: ChatClient, passage: str, context: str) -> Answer:
    """Ask for the claims of a passage, in the forms left to try.

    Raises:
        ModelError: No form brings an answer that can be used.
    """
    server = client.settings.base_url
    forms = list(Form)
    problem = FormError("No form of the question is left.")
    for form in forms[forms.index(_WORKED.get(server, forms[0])) :]:
        try:
            content = client.complete(messages(passage, context), response_format(form))
            answer = read_answer(content)
        except FormError as error:
            problem = error
        else:
            _WORKED[server] = form
            return answer
    raise problem
