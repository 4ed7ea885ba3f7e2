using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class OpenApiTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private static readonly string[] Secrets = ["password", "newPassword", "currentPassword", "code", "session", "refreshToken", "accessToken", "idToken", "secret", "otpauthUri"];

    [Fact]
    public async Task Describes_every_address_of_the_contract()
    {
        var described = Operations(await Document()).Select(operation => $"{operation.Method} {operation.Path}").ToList();
        described.Order(StringComparer.Ordinal).ShouldBe(
        [
            "delete /v1/me", "get /v1/auth/session", "get /v1/auth/verify", "get /v1/me", "get /v1/me/factors", "patch /v1/me/attributes", "post /v1/auth/password/change",
            "post /v1/auth/password/forgot", "post /v1/auth/password/reset", "post /v1/auth/sign-in", "post /v1/auth/sign-in/challenge", "post /v1/auth/sign-in/totp", "post /v1/auth/sign-in/totp/verify", "post /v1/auth/sign-out", "post /v1/auth/sign-up", "post /v1/auth/sign-up/confirm",
            "post /v1/auth/sign-up/resend-code", "post /v1/auth/token/refresh", "post /v1/me/attributes/{name}/send-code", "post /v1/me/attributes/{name}/verify", "post /v1/me/mfa/totp",
            "post /v1/me/mfa/totp/verify", "put /v1/me/mfa",
        ]);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_which_errors_it_answers()
    {
        foreach (var (method, path, operation) in Operations(await Document()))
        {
            var name = $"{method} {path}";
            operation["summary"]!.GetValue<string>().ShouldEndWith(".", Case.Sensitive, name);
            operation["operationId"]!.GetValue<string>().ShouldNotBeNullOrEmpty(name);
            operation["tags"]!.AsArray().ShouldHaveSingleItem(name);

            var responses = operation["responses"]!.AsObject();
            responses.Select(response => response.Key).ShouldContain(status => status.StartsWith('2'), name);
            var errors = responses.Where(response => !response.Key.StartsWith('2')).ToList();
            errors.Select(error => error.Key).ShouldContain("500", name);
            foreach (var (status, error) in errors)
            {
                error!["content"]!.AsObject().Select(content => content.Key).ShouldBe(["application/problem+json"], $"{name} {status}");
                error["description"]!.GetValue<string>().ShouldMatch("^[a-z_]+(, [a-z_]+)*$", $"{name} {status}");
            }
        }
    }

    [Fact]
    public async Task Protected_operations_want_the_access_token_as_bearer_and_public_ones_nothing()
    {
        var document = await Document();
        var bearing = Operations(document).Where(operation => operation.Operation.ContainsKey("security")).ToList();
        bearing.Select(operation => operation.Path).Where(path => path.StartsWith("/v1/auth/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(["/v1/auth/password/change", "/v1/auth/session", "/v1/auth/sign-out", "/v1/auth/verify"]);
        Operations(document).Where(operation => operation.Path.StartsWith("/v1/me", StringComparison.Ordinal)).ShouldBeSubsetOf(bearing);
        foreach (var (_, path, operation) in bearing)
        {
            var scheme = operation["security"]!.AsArray().ShouldHaveSingleItem(path)!.AsObject().ShouldHaveSingleItem(path).Key;
            var definition = document["components"]!["securitySchemes"]![scheme]!;
            definition["type"]!.GetValue<string>().ShouldBe("http");
            definition["scheme"]!.GetValue<string>().ShouldBe("bearer");
        }
    }

    [Fact]
    public async Task Secrets_are_strings_of_format_password()
    {
        var document = await Document();
        var found = Properties(document).Where(property => property.Owner != "ProblemDetails" && Secrets.Contains(property.Name, StringComparer.Ordinal)).ToList();
        found.Select(property => property.Name).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(5);
        foreach (var (owner, name, schema) in found)
        {
            var resolved = Resolve(document, schema);
            Types(resolved).ShouldContain("string", $"{owner}.{name}");
            resolved["format"]?.GetValue<string>().ShouldBe("password", $"{owner}.{name}");
            resolved.ContainsKey("format").ShouldBeTrue($"{owner}.{name}");
        }
    }

    [Fact]
    public async Task Every_schema_has_a_name_of_its_own()
    {
        var document = await Document();
        // The generator numbers types whose names collide.
        document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).ShouldAllBe(name => !char.IsAsciiDigit(name[name.Length - 1]));
        var bodies = Operations(document).Where(operation => operation.Operation.ContainsKey("requestBody"))
            .Select(operation => (operation.Path, Schema: operation.Operation["requestBody"]!["content"]!["application/json"]!["schema"]!.ToJsonString())).ToList();
        bodies.Count.ShouldBe(16);
        // Two flows take a name and nothing else.
        bodies.Select(body => body.Schema).Distinct(StringComparer.Ordinal).Count().ShouldBe(15);
    }

    [Fact]
    public async Task Optional_members_are_not_required_and_problems_have_codes()
    {
        var schemas = (await Document())["components"]!["schemas"]!;
        schemas["SignInRequest"]!["required"].ShouldBeNull();
        schemas["SignOutRequest"]!["required"].ShouldBeNull();
        schemas["TokenSet"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["accessToken", "tokenType", "expiresIn"]);
        schemas["TokenSet"]!["properties"]!["expiresIn"]!["type"]!.GetValue<string>().ShouldBe("integer");
        schemas["ProblemDetails"]!["properties"]!.AsObject().Select(property => property.Key).ShouldBe(["type", "title", "status", "detail", "instance", "code", "traceId", "errors"], ignoreOrder: true);
    }

    [Fact]
    public async Task Can_be_browsed_in_development_only()
    {
        await using var development = TestApi.Start(environment: "Development");
        var docs = await development.Get("/docs");
        docs.Status.ShouldBe(200);
        docs.Headers["Content-Type"].ShouldStartWith("text/html");
        (await hidden.Api.Get("/docs")).ShouldBeProblem(404, "not_found");
    }

    private static IEnumerable<(string Method, string Path, JsonObject Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key, path.Key, operation.Value!.AsObject());

    private static IEnumerable<(string Owner, string Name, JsonObject Schema)> Properties(JsonObject document) =>
        from schema in document["components"]!["schemas"]!.AsObject()
        from property in schema.Value!["properties"]?.AsObject() ?? []
        select (schema.Key, property.Key, property.Value!.AsObject());

    /// <summary>The schema itself behind a reference, or behind the choice of it and null.</summary>
    private static JsonObject Resolve(JsonObject document, JsonObject schema)
    {
        if (schema["$ref"] is { } reference) return Resolve(document, document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject());
        var choice = schema["oneOf"]?.AsArray().Select(option => option!.AsObject()).FirstOrDefault(option => option["type"] is not JsonValue type || type.GetValue<string>() != "null");
        return choice is null ? schema : Resolve(document, choice);
    }

    private static IEnumerable<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => type!.GetValue<string>()),
        JsonValue type => [type.GetValue<string>()],
        _ => [],
    };

    private async Task<JsonObject> Document()
    {
        var answer = await hidden.Api.Get("/openapi/v1.json");
        answer.Status.ShouldBe(200);
        return JsonNode.Parse(answer.Text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject();
    }
}
