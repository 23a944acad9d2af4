"""The wheel that is built from the tree holds everything the program needs."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import claimledger
from claimledger.config.builtin_scales import NAMES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"),
            *("--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)),
        ],
        check=True,
    )
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_splits_a_text_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council spent 3 million euros on the bridge in 2019.\n")
    code = (
        f"import sys; sys.path.insert(0, {str(unpacked)!r})\n"
        "import claimledger; print(claimledger.__file__, file=sys.stderr)\n"
        "from claimledger.cli.app import main\n"
        "sys.argv = ['claimledger', 'split', 'a.txt', '--format', 'jsonl']; main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert done.stderr.startswith(str(unpacked))
    assert json.loads(done.stdout)["kind"] == "quantity"


def test_the_wheel_carries_data_types_and_licences(unpacked: Path) -> None:
    package = unpacked / "claimledger"
    for name in (
        *("py.typed", "splitting/model/meta.json", "splitting/judging/worth.json"),
        *(f"config/scales/{scale}.toml" for scale in NAMES),
    ):
        assert (package / name).is_file(), name
    assert len(list(unpacked.glob("*.dist-info/licenses/*"))) == 2
    assert not list(unpacked.glob("tests*"))


def test_the_version_is_the_same_everywhere(unpacked: Path) -> None:
    [metadata] = unpacked.glob("*.dist-info/METADATA")

    assert f"\nVersion: {claimledger.__version__}\n" in metadata.read_text()


@pytest.mark.parametrize("name", claimledger.__all__)
def test_every_public_name_loads(name: str) -> None:
    assert getattr(claimledger, name) is not None


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, claimledger; print(*(m for m in sys.modules if 'claimledger.' in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
