#!/usr/bin/env bash
# See deploy/spark/submit.sh --help.
exec "$(dirname "$0")/../submit" spark "$@"
