"""Loaded by the Azure CLI's Python before anything else: a network in which no name resolves, or in which every name leads to one server."""
import os
import socket

server_port = os.environ.get("STAND_IN_PORT")
address = os.environ.get("STAND_IN_ADDRESS", "20.62.128.9")
resolve = socket.getaddrinfo


def stand_in_getaddrinfo(host, port, *args, **kwargs):
    if host in (None, "localhost", "127.0.0.1"):
        return resolve(host, port, *args, **kwargs)
    if not server_port:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return resolve("127.0.0.1", int(server_port), *args, **kwargs)


def stand_in_gethostbyname(host):
    if not server_port:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return address


socket.getaddrinfo = stand_in_getaddrinfo
socket.gethostbyname = stand_in_gethostbyname
