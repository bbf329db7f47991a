#!/usr/bin/env bash
# See deploy/emr/submit.sh --help.
exec "$(dirname "$0")/../submit" emr "$@"
