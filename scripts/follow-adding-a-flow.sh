#!/usr/bin/env bash
# Follows docs/adding-a-flow.md as a reader would: writes its files, runs its commands, and checks their output. It works in a folder that it deletes afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 AWS_EC2_METADATA_DISABLED=true
checkout=$PWD
folder=$(mktemp -d)
set -m
trap 'jobs -p | while read -r job; do kill -- "-$job" 2>/dev/null || true; done; rm -rf "$folder"' EXIT

page=$folder/page.md
sed "s|/path/to/CognitoAuth|$checkout|g" docs/adding-a-flow.md > "$page"

# The commands after the prompt, in order. Each file is written to the path in the line before it.
awk '/^```console$/ { inside = 1; next } /^```$/ { inside = 0 } inside && sub(/^\$ /, "")' "$page" > "$folder/commands"
grep -q 'dotnet test' "$folder/commands" && grep -q 'curl' "$folder/commands"
mkdir "$folder/work"
cd "$folder/work"
{ read -r first; read -r second; } < "$folder/commands"
eval "$first"
eval "$second"
awk '/^\*\*`.*`\*\*$/ { gsub(/[*`]/, ""); path = $0; next } path != "" && /^```[a-z]+$/ { inside = 1; next } /^```$/ { inside = 0; path = ""; next } inside { print > path }' "$page"

# A free port, because the page's port may be in use.
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
tail -n +3 "$folder/commands" | sed "s/localhost:5090/localhost:$port/g" > "$folder/rest"
while read -r command; do
  printf '\n$ %s\n' "$command"
  case $command in
    *' &') eval "${command% &}" > "$folder/log" 2>&1 & ;;
    'dotnet test'*) eval "$command" | tee "$folder/tests"; grep -q 'Passed: *2' "$folder/tests" ;;
    curl*) response=$(eval "$command"); echo "$response"; [[ $response == *'"code":"invalid_token"'* ]] || { cat "$folder/log"; exit 1; } ;;
    *) eval "$command" ;;
  esac
done < "$folder/rest"
