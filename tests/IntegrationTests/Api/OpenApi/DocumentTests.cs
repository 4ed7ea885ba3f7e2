using System.Text.Json.Nodes;
using CognitoAuth.Api.OpenApi;
using CognitoAuth.IntegrationTests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CognitoAuth.IntegrationTests.Api.OpenApi;

public sealed class DocumentTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    /// <summary>The environment variable that, set to 1, makes the test write the committed document instead of comparing with it.</summary>
    private const string Update = "UPDATE_OPENAPI";

    private static readonly string[] Secrets = ["password", "newPassword", "currentPassword", "code", "session", "refreshToken", "accessToken", "idToken", "secret", "otpauthUri", "clientSecret", "answer"];

    [Fact]
    public async Task The_committed_document_is_the_one_that_the_API_returns()
    {
        var answered = (await hidden.Api.Get("/openapi/v1.json")).Text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(Contract.Path, answered);

        (await File.ReadAllTextAsync(Contract.Path) == answered).ShouldBeTrue(
            $"docs/openapi.json is not the document that the API returns. If the contract was meant to change, write it again and look at the difference:\n  {Update}=1 dotnet test tests/IntegrationTests --filter {nameof(The_committed_document_is_the_one_that_the_API_returns)}");
    }

    [Fact]
    public async Task The_document_is_the_same_each_time_and_names_no_server()
    {
        var (first, second) = (await hidden.Api.Get("/openapi/v1.json"), await hidden.Api.Get("/openapi/v1.json"));
        second.Text.ShouldBe(first.Text);
        Contract.Parse(first.Text).ContainsKey("servers").ShouldBeFalse();
    }

    [Fact]
    public async Task The_document_is_valid()
    {
        var json = (await hidden.Api.Get("/openapi/v1.json")).Text;
        var read = OpenApiDocument.Parse(json, "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });
        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        ValidationRuleSet.GetDefaultRuleSet().Rules.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void The_document_describes_every_address_of_the_contract()
    {
        var routes = from endpoint in hidden.Api.Endpoints()
                     where endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null
                     from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any method"]
                     select $"{method} {endpoint.RoutePattern.RawText}";
        Contract.Committed.Operations.Select(operation => operation.ToString()).Order(StringComparer.Ordinal).ShouldBe(routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_endpoint_declares_which_flow_it_sends()
    {
        foreach (var endpoint in hidden.Api.Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null))
        {
            endpoint.Metadata.GetMetadata<EndpointFlow>().ShouldNotBeNull($"{endpoint.DisplayName} does not call .Runs<TFlow>(). Without it, its security, required members and errors are not in the document.");
        }
    }

    [Fact]
    public void Every_operation_has_a_summary_a_name_a_tag_and_examples()
    {
        var operations = Contract.Committed.Operations;
        operations.Select(operation => operation.Node["operationId"]?.GetValue<string>()).Distinct(StringComparer.Ordinal).Count().ShouldBe(operations.Count, "Each operation has a unique name (WithName).");
        foreach (var operation in operations)
        {
            (operation.Node["summary"]?.GetValue<string>() ?? "").ShouldMatch(@"^[A-Z].*\.$", $"{operation} has no summary that is a sentence: call .WithSummary(…).");
            operation.Node["operationId"]!.GetValue<string>().ShouldMatch("^[A-Z][A-Za-z]+$", $"{operation} has no name: call .WithName(…).");
            (operation.Node["tags"]?.AsArray().Count).ShouldBe(1, $"{operation} has no tag: call .WithTags(…).");
            if (operation.Body is not null) operation.BodyExamples.Count.ShouldBeGreaterThan(0, $"{operation} accepts a body and has no example: call .WithRequestExample(…).");
            if (operation.ResponseSchema is not null) operation.ResponseExamples.Count.ShouldBeGreaterThan(0, $"{operation} returns a body and has no example: call .WithResponseExample(…).");
        }
    }

    [Fact]
    public void Every_operation_names_the_codes_of_its_errors()
    {
        foreach (var operation in Contract.Committed.Operations)
        {
            var errors = operation.Node["responses"]!.AsObject().Where(response => !response.Key.StartsWith('2')).ToList();
            errors.Select(error => error.Key).ShouldContain("500", $"{operation}");
            foreach (var (status, error) in errors)
            {
                error!["content"]!.AsObject().Select(content => content.Key).ShouldBe(["application/problem+json"], $"{operation} {status}");
                var codes = operation.Codes(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)).ToList();
                codes.ShouldNotBeEmpty($"{operation} {status}");
                error["description"]!.GetValue<string>().ShouldBe(string.Join(", ", codes), $"{operation} {status}");
                error["headers"]!.AsObject().ContainsKey("Retry-After").ShouldBe(status is "429" or "503", $"{operation} {status}");
            }
        }

        var examples = Contract.Committed.Document["components"]!["examples"]!.AsObject();
        foreach (var (code, example) in examples) example!["value"]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task The_API_requires_a_bearer_token_exactly_where_the_document_requires_one()
    {
        foreach (var operation in Contract.Committed.Operations)
        {
            var response = await hidden.Api.Send(operation.Method, operation.FilledPath, operation.BodyExamples.FirstOrDefault().Value, bearer: null);
            if (operation.RequiresBearer) response.ShouldBeProblem(401, "invalid_token");
            else if (response.Status == 401) response.Code.ShouldNotBe("invalid_token", $"{operation} requires a token, and docs/openapi.json does not require one.");
        }

        var scheme = Contract.Committed.Document["components"]!["securitySchemes"]!.AsObject().ShouldHaveSingleItem().Value!;
        scheme["type"]!.GetValue<string>().ShouldBe("http");
        scheme["scheme"]!.GetValue<string>().ShouldBe("bearer");
        // This operation accepts a token, and does not require one.
        Contract.Committed.Operations.Where(operation => operation is { AcceptsBearer: true, RequiresBearer: false }).Select(operation => operation.Path).ShouldBe(["/v1/auth/sign-out"]);
    }

    [Fact]
    public void Secrets_are_strings_of_format_password()
    {
        var found = Members().Where(member => Secrets.Contains(member.Name, StringComparer.Ordinal) && member.Owner != "Problem").ToList();
        found.Select(member => member.Name).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(9);
        foreach (var (owner, name, schema) in found)
        {
            schema["type"]?.GetValue<string>().ShouldBe("string", $"{owner}.{name}");
            schema["format"]?.GetValue<string>().ShouldBe("password", $"{owner}.{name}");
            schema.ContainsKey("format").ShouldBeTrue($"{owner}.{name}");
        }
    }

    [Fact]
    public void Members_that_do_not_apply_are_absent_instead_of_null()
    {
        foreach (var (owner, name, schema) in Members()) TypesOf(schema).ShouldNotContain("null", $"{owner}.{name}");
        // The only exception: a null value removes an attribute.
        TypesOf(Contract.Committed.Schemas["UpdateAttributesRequest"]!["properties"]!["attributes"]!["additionalProperties"]!.AsObject()).ShouldBe(["null", "string"], ignoreOrder: true);
    }

    [Fact]
    public void Every_schema_has_a_name_of_its_own_and_every_member_a_description()
    {
        // The generator adds numbers to types with the same name.
        Contract.Committed.Schemas.Select(schema => schema.Key).ShouldAllBe(name => !char.IsAsciiDigit(name[name.Length - 1]));
        foreach (var (name, schema) in Contract.Committed.Schemas.Where(schema => schema.Value!["enum"] is null)) schema!["description"].ShouldNotBeNull(name);
        foreach (var (owner, name, schema) in Members().Where(member => member.Name != "status")) schema["description"].ShouldNotBeNull($"{owner}.{name} has no docstring.");
    }

    [Theory]
    [InlineData("SignInResponse", "signed_in:SignedInResponse challenge:ChallengeResponse")]
    [InlineData("SignUpResponse", "confirmation_required:ConfirmationRequiredResponse confirmed:SignUpConfirmedResponse")]
    public void The_member_status_distinguishes_responses_of_several_shapes(string union, string shapes)
    {
        var expected = shapes.Split(' ').Select(shape => shape.Split(':')).ToDictionary(shape => shape[0], shape => $"#/components/schemas/{shape[1]}");
        var schema = Contract.Committed.Schemas[union]!;
        schema["oneOf"]!.AsArray().Select(shape => shape!["$ref"]!.GetValue<string>()).ShouldBe(expected.Values);
        schema["anyOf"].ShouldBeNull();
        schema["discriminator"]!["propertyName"]!.GetValue<string>().ShouldBe("status");
        schema["discriminator"]!["mapping"]!.AsObject().ToDictionary(shape => shape.Key, shape => shape.Value!.GetValue<string>()).ShouldBe(expected);
        foreach (var (status, reference) in expected)
        {
            var shape = Contract.Committed.Schemas[reference.Split('/')[^1]]!;
            shape["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldContain("status");
            shape["properties"]!["status"]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()).ShouldBe([status]);
        }
    }

    [Fact]
    public void Choices_have_the_names_of_the_contract()
    {
        Values("SignInMethod").ShouldBe(["password", "choice", "email_otp", "sms_otp", "passkey", "srp", "custom"]);
        Values("SignOutScope").ShouldBe(["session", "everywhere"]);

        static IEnumerable<string> Values(string schema)
        {
            Contract.Committed.Schemas[schema]!["type"]!.GetValue<string>().ShouldBe("string");
            return Contract.Committed.Schemas[schema]!["enum"]!.AsArray().Select(value => value!.GetValue<string>());
        }
    }

    [Fact]
    public async Task The_document_can_be_browsed_only_in_Development()
    {
        await using var development = TestApi.Start(environment: "Development");
        var docs = await development.Get("/docs");
        docs.Status.ShouldBe(200);
        docs.Headers["Content-Type"].ShouldStartWith("text/html");
        (await hidden.Api.Get("/docs")).ShouldBeProblem(404, "not_found");
    }

    private static IEnumerable<(string Owner, string Name, JsonObject Schema)> Members() =>
        from schema in Contract.Committed.Schemas
        from property in schema.Value!["properties"]?.AsObject() ?? []
        select (schema.Key, property.Key, property.Value!.AsObject());

    private static IEnumerable<string> TypesOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => type!.GetValue<string>()),
        JsonValue type => [type.GetValue<string>()],
        _ => schema["oneOf"] is JsonArray choices ? choices.SelectMany(choice => TypesOf(choice!.AsObject())) : [],
    };
}
