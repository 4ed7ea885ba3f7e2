#!/usr/bin/env bash
# Generates a C# and a TypeScript client from docs/openapi.json, compiles both with all checks on, and signs in with each at an API with the embedded pool.
# Needs the .NET 10 SDK, Node.js 20 or newer, and the package feeds of both for the generators.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 KIOTA_CLI_TELEMETRY_OPTOUT=1 AWS_EC2_METADATA_DISABLED=true
contract="$PWD/docs/openapi.json"
log=$(mktemp)
api=
trap 'if [ -n "$api" ]; then kill "$api" 2>/dev/null || true; wait "$api" 2>/dev/null || true; fi; rm -f "$log"' EXIT

step() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }

step 'C#: generate (Kiota) and compile'
cd tests/GeneratedClients/csharp
dotnet tool restore --verbosity quiet
json=Microsoft.Kiota.Serialization.Json
dotnet kiota generate --language CSharp --openapi "$contract" --output generated --clean-output --class-name CognitoAuthClient --namespace-name CognitoAuth.GeneratedClient.Generated \
  --serializer "$json.JsonSerializationWriterFactory" --deserializer "$json.JsonParseNodeFactory" --log-level Error
dotnet build --verbosity quiet

step 'TypeScript: validate the document, generate (openapi-typescript) and compile'
cd ../typescript
npm install --no-package-lock --no-audit --no-fund --loglevel error
npx validate-api "$contract"
npx openapi-typescript "$contract" --output generated/openapi.d.ts
npx tsc --project .

step 'Sign in with both'
cd ../../..
dotnet build src/Api --verbosity quiet
# In its own folder, where its settings are.
(cd src/Api/bin/Debug/net10.0 && ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=http://127.0.0.1:0 exec dotnet exec CognitoAuth.Api.dll) >"$log" 2>&1 &
api=$!
address=
for _ in $(seq 120); do
  address=$(grep -o 'Now listening on: [^ ]*' "$log" | grep -o 'http://[0-9.:]*' | head -n 1 || true)
  [ -n "$address" ] && curl --silent --fail --output /dev/null "$address/health/ready" && break
  kill -0 "$api" 2>/dev/null || { cat "$log"; exit 1; }
  sleep 1
done
dotnet run --no-build --project tests/GeneratedClients/csharp -- "$address"
node tests/GeneratedClients/typescript/dist/main.js "$address"
