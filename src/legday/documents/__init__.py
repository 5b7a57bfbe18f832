"""Documents that people write: YAML read into frozen typed objects, every error with its place and remedy."""

from legday.documents.errors import FieldError, InputError, Problem
from legday.documents.json import Spoken, decode, encode, json_schema
from legday.documents.nodes import Node, read_node
from legday.documents.reader import read, read_all

__all__ = [
    "FieldError",
    "InputError",
    "Node",
    "Problem",
    "Spoken",
    "decode",
    "encode",
    "json_schema",
    "read",
    "read_all",
    "read_node",
]
