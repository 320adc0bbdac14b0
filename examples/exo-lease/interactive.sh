#!/bin/sh
# An interactive shell with a key that can only read compute resources. It ends with the shell.
#
# The parent key comes from the account "work" of exoscale.toml; with secretCommand, a password manager asks.
exec exo-lease exec --use-account work --tag compute:read --ttl 1h -- "${SHELL:-sh}"
