#!/usr/bin/env bash
# Gets a Debian 12 machine that has Swift ready for this project. Does nothing that is already done.
#
#   scripts/setup.sh         what is needed to build and run
#   scripts/setup.sh test    also a browser, a font and Java for the browser tests, and the Python packages of the independent
#                            checks, in .build-tools/venv
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(libsqlite3-dev python3 python3-venv make git)
readonly packages_of_tests=(chromium fonts-noto-cjk default-jre-headless)
readonly swift_at_least=6.2
readonly venv=.build-tools/venv

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# A Python that can make an environment will do, wherever it came from; so will any make, git and Java.
present_without_package() {
    case $1 in
        python3 | python3-venv) python3 -c 'import venv, ensurepip' 2>/dev/null ;;
        make | git) command -v "$1" >/dev/null ;;
        default-jre-headless) command -v java >/dev/null ;;
        *) false ;;
    esac
}

is_present() {
    dpkg -s "$1" 2>/dev/null | grep -q '^Status: install ok installed$' || present_without_package "$1"
}

missing_packages() {
    local package
    for package in "${packages[@]}"; do
        is_present "$package" || printf '%s\n' "$package"
    done
}

install_packages() {
    local missing
    mapfile -t missing < <(missing_packages)
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null || fail "Not a Debian system; please install what these packages hold: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        fail "sudo apt-get install -y ${missing[*]}"
    fi
    echo "Installing: ${missing[*]}"
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

swift_version() {
    swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1
}

check_swift() {
    local found advice="Install the Swift 6.3 toolchain for Debian 12 and put its usr/bin on PATH: https://www.swift.org/install/linux/"
    found=$(swift_version) || true
    [ -n "$found" ] || fail "Swift is not on PATH; this project needs $swift_at_least or later." "$advice"
    if [ "$(printf '%s\n' "$swift_at_least" "$found" | sort -V | head -n 1)" != "$swift_at_least" ]; then
        fail "Swift $found is too old; this project needs $swift_at_least or later." "$advice"
    fi
}

# The stamp names the Python and the contents of every requirements file, so a second run has nothing to do.
install_python_packages() {
    local file wanted requirements=()
    for file in Tests/*/*/requirements.txt; do
        [ -e "$file" ] && requirements+=(-r "$file")
    done
    [ ${#requirements[@]} -gt 0 ] || return 0
    wanted=$({ python3 --version; cat Tests/*/*/requirements.txt; } | sha256sum)
    [ "$(cat "$venv/stamp" 2>/dev/null)" = "$wanted" ] && return
    echo "Installing the Python packages of the independent checks into $venv"
    rm -rf "$venv"
    mkdir -p "$(dirname "$venv")"
    python3 -m venv "$venv" || fail "python3 -m venv does not work here. On Debian: sudo apt-get install -y python3-venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "${requirements[@]}"
    printf '%s\n' "$wanted" >"$venv/stamp"
}

case ${1:-} in
    "") ;;
    test) packages+=("${packages_of_tests[@]}") ;;
    *) fail "usage: scripts/setup.sh [test]" ;;
esac
install_packages
check_swift
if [ "${1:-}" = test ]; then install_python_packages; fi
