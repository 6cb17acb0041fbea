"""Rules of the house that no other tool watches."""

import ast
import re
import tomllib
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot.core.routing import Routes
from handlers import ROUTES

ROOT = Path(__file__).parent.parent.parent
PRODUCT = [file for part in ("bot", "handlers", "storage", "config") for file in sorted((ROOT / part).rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LOCKS = sorted(ROOT.glob("*.lock"))
LONGEST = 300
FULLEST = 10
GROWS = ROOT / "storage/migrations/versions"


def name(path):
    return str(path.relative_to(ROOT))


def test_no_file_is_longer_than_300_lines():
    long = {name(file): len(file.read_text("utf-8").splitlines()) for file in PRODUCT + TESTS}
    assert {file: lines for file, lines in long.items() if lines > LONGEST} == {}


def test_whoever_opens_a_folder_sees_its_whole_idea():
    """`__init__.py` is not counted, nor is the folder that gets a file with every step of the schema."""
    counted = Counter(file.parent for file in PRODUCT + TESTS if file.name != "__init__.py" and file.parent != GROWS)
    assert {name(folder): files for folder, files in counted.items() if files > FULLEST} == {}


def test_every_module_says_what_lives_there():
    silent = [name(file) for file in PRODUCT if not ast.get_docstring(ast.parse(file.read_text("utf-8")))]
    assert silent == []


def test_every_path_built_from_a_modules_own_place_exists():
    """A folder that moved leaves such a path pointing nowhere, and only whoever opens it notices."""
    modules = [file for file in PRODUCT if "__file__" in file.read_text("utf-8")]
    found = [
        (name(file), path)
        for file in modules
        for path in vars(import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))).values()
        if isinstance(path, Path)
    ]
    assert found
    assert [(file, str(path)) for file, path in found if not path.exists()] == []


def test_the_bots_words_are_not_in_python():
    """A string that begins like a sentence and has an umlaut is something said, and belongs into a .ftl file."""
    said = []
    for file in PRODUCT:
        tree = ast.parse(file.read_text("utf-8"))
        docstrings = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        said += [
            f"{name(file)}:{node.lineno} {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and re.search("[äöüÄÖÜß]", node.value)
            and re.match(r"\W*[A-ZÄÖÜ]\w* \w", node.value)
        ]
    assert said == []


def test_every_ignore_has_a_reason():
    settings = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    bare = [line.strip() for line in settings if re.match(r'\s+"[A-Z]{1,4}\d{0,4}",', line) and "#" not in line]
    for file in PRODUCT + TESTS:
        marks = "noqa|type: ignore" if file in PRODUCT else "noqa"
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if re.search(rf"# ({marks})(?!.*( - |#.*#))", line) and file != Path(__file__):
                bare.append(f"{name(file)}:{number} {line.strip()}")
    assert bare == []


def test_every_dependency_says_what_it_is_for():
    written = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = written[written.index("dependencies = [") : written.index("[project.scripts]")]
    bare = [line.strip() for line in listed.splitlines() if re.match(r'\s+"', line) and "# " not in line]
    assert bare == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_hashes_everything(lock):
    written = lock.read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|@ ", written)
    pinned = re.findall(
        r"^([a-zA-Z0-9._-]+(?:\[[^]]*\])?)==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", written, re.MULTILINE
    )
    assert pinned
    assert len(pinned) == len(re.findall(r"^[a-zA-Z0-9]", written, re.MULTILINE))


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))])
def test_the_locks_hold_what_pyproject_asks_for(lock, extras):
    versions = dict(
        re.findall(r"^([a-zA-Z0-9._-]+?)(?:\[[^]]*\])?==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in extras for one in project["optional-dependencies"][extra])]
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_no_two_commands_have_the_same_name():
    routes = Routes(ROUTES)
    assert routes.commands
    for command in routes.commands:
        assert set(command.names) >= {"de", "en"}, command.names
        for names in command.names.values():
            assert all(re.fullmatch(r"/?[a-zäöüß0-9_-]{1,32}", one) for one in names), names
