#!/usr/bin/env bash
# Measures what the first command of the README downloads: the packages of src/Api, restored into an empty folder. Fails above the limit.
set -euo pipefail
cd "$(dirname "$0")/.."
limit=65

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Separate artifacts, so that the restore of the checkout keeps its paths.
NUGET_PACKAGES="$folder/packages" dotnet restore src/Api --artifacts-path "$folder/artifacts" --verbosity quiet
find "$folder/packages" -name '*.nupkg' -printf '%s %f\n' | sort -rn > "$folder/sizes"
awk -v limit="$limit" '
    { sum += $1 }
    END {
        printf "%.1f MB in %d packages, limit %d MB\n", sum / 1e6, NR, limit
        exit NR == 0 || sum > limit * 1e6
    }' "$folder/sizes" || { echo 'The largest packages:'; head -n 15 "$folder/sizes"; exit 1; }
