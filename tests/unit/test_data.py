import hashlib
import http.server
import os
import threading

import pytest

from microgpt import data, load_names
from microgpt.data import DataError, read_documents

CONTENT = b"emma\nolivia\n" * 5000


class Server(http.server.ThreadingHTTPServer):
    """A web server on this machine with one file, which counts how often it is asked."""

    body, asked, promised = CONTENT, 0, None


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked += 1
        if self.path != "/names.txt":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(self.server.promised or len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *args):
        pass


@pytest.fixture
def server(monkeypatch, tmp_path):
    """A server that plays the address of the reference's list, and a cache directory of its own."""
    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        monkeypatch.setattr(
            data, "MAKEMORE_URL", f"http://127.0.0.1:{server.server_port}/names.txt"
        )
        monkeypatch.setattr(data, "MAKEMORE_SHA256", hashlib.sha256(CONTENT).hexdigest())
        monkeypatch.setattr(data, "_cache_directory", lambda: tmp_path / "cache")
        monkeypatch.delenv("MICROGPT_NAMES", raising=False)
        for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.delenv(proxy, raising=False)
        yield server
        server.shutdown()


def kept(tmp_path):
    return sorted(os.listdir(tmp_path / "cache")) if (tmp_path / "cache").exists() else []


def test_download_once_then_cached(server, tmp_path, capsys):
    names = load_names("makemore")
    assert names[:2] == ["emma", "olivia"] and len(names) == 10_000
    assert "downloading names.txt" in capsys.readouterr().err
    assert load_names("makemore") == names
    assert server.asked == 1
    assert kept(tmp_path) == ["makemore-names.txt"]
    assert capsys.readouterr() == ("", "")


def test_wrong_content_is_not_kept(server, tmp_path):
    server.body = CONTENT + b"mallory\n"
    with pytest.raises(DataError, match="SHA-256 differs"):
        load_names("makemore")
    assert kept(tmp_path) == []


def test_broken_connection_leaves_nothing(server, tmp_path):
    server.promised, server.body = len(CONTENT), CONTENT[:30_000]
    with pytest.raises(DataError, match="broke off"):
        load_names("makemore")
    assert kept(tmp_path) == []


@pytest.mark.parametrize("address", ["/other.txt", None])
def test_offline_or_gone_is_one_clear_sentence(server, tmp_path, monkeypatch, address):
    url = (
        data.MAKEMORE_URL.replace("/names.txt", address)
        if address
        else "http://127.0.0.1:9/names.txt"
    )
    monkeypatch.setattr(data, "MAKEMORE_URL", url)
    with pytest.raises(DataError, match="cannot download .* MICROGPT_NAMES"):
        load_names("makemore")
    assert kept(tmp_path) == []


def test_damaged_cache_is_noticed(server, tmp_path):
    load_names("makemore")
    (tmp_path / "cache" / "makemore-names.txt").write_text("mallory\n")
    with pytest.raises(DataError, match="delete it"):
        load_names("makemore")


def test_cache_that_cannot_be_written(server, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(DataError, match="cannot keep"):
        load_names("makemore")


def test_own_copy_instead_of_a_download(server, tmp_path, monkeypatch):
    own = tmp_path / "own.txt"
    monkeypatch.setenv("MICROGPT_NAMES", str(own))
    with pytest.raises(DataError, match="cannot read"):
        load_names("makemore")
    own.write_bytes(b"mallory\n")
    with pytest.raises(DataError, match="not the reference's list"):
        load_names("makemore")
    own.write_bytes(CONTENT)
    assert len(load_names("makemore")) == 10_000
    assert server.asked == 0


def test_the_address_is_pinned_to_a_commit():
    assert data.MAKEMORE_URL.startswith("https://")
    commit = data.MAKEMORE_URL.split("/")[-2]
    assert len(commit) == 40 and set(commit) <= set("0123456789abcdef")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_cache_directory_is_the_users(monkeypatch, platform):
    monkeypatch.setattr("sys.platform", platform)
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    directory = data._cache_directory()
    assert directory.name == "microgpt-course"
    assert data.Path.home() in directory.parents


def test_other_source():
    with pytest.raises(ValueError, match="'course' or 'makemore'"):
        load_names("moby dick")


def test_the_list_belongs_to_the_caller():
    load_names().clear()
    assert load_names()


def test_lines_are_trimmed_and_empty_ones_dropped(tmp_path):
    path = tmp_path / "names.txt"
    path.write_bytes("\ufeffzoé \r\n\r\n  ann\tmary\n \n".encode())
    assert read_documents(path) == ["zoé", "ann\tmary"]


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"zo\xe9\n", "not a text file in UTF-8"),
        (b"\x7fELF\x00\x01\n", "not a text file in UTF-8"),
    ],
)
def test_files_that_are_no_list(tmp_path, content, words):
    path = tmp_path / "names.txt"
    path.write_bytes(content)
    with pytest.raises(DataError, match=words):
        read_documents(path)


def test_no_file_and_a_folder(tmp_path):
    for path in (tmp_path / "nothing.txt", tmp_path, "bad\0path"):
        with pytest.raises(DataError, match="cannot read"):
            read_documents(path)
