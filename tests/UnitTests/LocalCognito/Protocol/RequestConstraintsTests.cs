using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoAuth.LocalCognito.Operations;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Protocol;

/// <summary>Validates the requests of every operation against the service model. A new operation is validated too.</summary>
public sealed class RequestConstraintsTests
{
    // Values that match the patterns of some members, by the members' names.
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["UserPoolId"] = "us-east-1_LocalPool",
        ["DeviceKey"] = "us-east-1_0123",
        ["UserCode"] = "123456",
        ["Session"] = "a-session-of-twenty-characters",
    };

    public static TheoryData<string> Operations => [.. OperationTable.All.Select(operation => operation.Name)];

    /// <summary>Every operation with every required member of its request, including the members of nested structures.</summary>
    public static TheoryData<string, string> RequiredMembers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in OperationTable.All)
            {
                foreach (var path in Required(Shape(operation.Name), path: "")) data.Add(operation.Name, path);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    public void A_missing_required_member_is_named(string operation, string path)
    {
        using var pool = new PoolUnderTest();
        var request = Request(Shape(operation));
        Remove(request, path.Split('.'));

        pool.Refusal(operation, request).ShouldStartWith("InvalidParameterException: 1 validation error detected: Value ");
        pool.Refusal(operation, request).ShouldEndWith($"at '{path}' failed to satisfy constraint: Member must not be null");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void All_missing_members_are_named_at_once(string operation)
    {
        using var pool = new PoolUnderTest();
        var required = Required(Shape(operation), path: "").Where(path => !path.Contains('.', StringComparison.Ordinal)).ToList();
        if (required.Count == 0) return;

        var refusal = pool.Refusal(operation, new JsonObject());

        refusal.ShouldStartWith($"InvalidParameterException: {required.Count} validation error{(required.Count == 1 ? "" : "s")} detected: ");
        foreach (var member in required) refusal.ShouldContain($"at '{member}' failed to satisfy constraint: Member must not be null");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_complete_request_and_one_without_optional_members_are_valid(string operation)
    {
        var complete = Request(Shape(operation));
        var minimal = (JsonObject)complete.DeepClone();
        foreach (var member in Shape(operation).Where(member => !member.Key.EndsWith('*'))) minimal.Remove(member.Key);

        OperationTable.Find(operation)!.Parse(JsonSerializer.SerializeToUtf8Bytes(complete));
        OperationTable.Find(operation)!.Parse(JsonSerializer.SerializeToUtf8Bytes(minimal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_needs_a_signature_exactly_when_the_model_requires_it(string operation) =>
        OperationTable.Find(operation)!.IsSigned.ShouldBe(CognitoModel.Operations[operation].IsSigned);

    [Fact]
    public void These_tests_cover_more_than_a_hundred_required_members() => RequiredMembers.Count.ShouldBeGreaterThan(100);

    [Theory]
    [InlineData("SignUp", """{"ClientId":"c","Username":"","Password":"Passw0rd!"}""", """2 validation errors detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+; Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1""")]
    [InlineData("SignUp", """{"ClientId":"c","Username":"a b","Password":"Passw0rd!"}""", """1 validation error detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+""")]
    [InlineData("SignUp", """{"ClientId":"c","Username":"a","Password":"   "}""", """1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$""")]
    [InlineData("SignUp", """{"ClientId":"c","Username":"a","Password":"Passw0rd!","UserAttributes":[{"Value":"x"}]}""", "1 validation error detected: Value null at 'userAttributes.1.member.name' failed to satisfy constraint: Member must not be null")]
    [InlineData("ConfirmSignUp", """{"ClientId":"c","Username":"a","ConfirmationCode":"1 2"}""", """1 validation error detected: Value '1 2' at 'confirmationCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\S]+""")]
    [InlineData("RespondToAuthChallenge", """{"ClientId":"c","ChallengeName":"PASSWORD","Session":"short"}""", "1 validation error detected: Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20")]
    [InlineData("AdminGetUser", """{"UserPoolId":"nopool","Username":"a"}""", """1 validation error detected: Value 'nopool' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w-]+_[0-9a-zA-Z]+""")]
    public void Violations_have_the_messages_of_Cognito(string operation, string request, string message)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal(operation, JsonNode.Parse(request)!).ShouldBe($"InvalidParameterException: {message}");
    }

    [Fact]
    public void A_wrong_enumeration_value_is_refused_with_the_list_of_values()
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "MAGIC" })
            .ShouldStartWith("InvalidParameterException: 1 validation error detected: Value 'MAGIC' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: [USER_SRP_AUTH, ");
    }

    [Fact]
    public void A_user_name_has_at_most_128_characters()
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("ForgotPassword", new { pool.ClientId, Username = new string('a', 129) })
            .ShouldBe("InvalidParameterException: 1 validation error detected: Value at 'username' failed to satisfy constraint: Member must have length less than or equal to 128");
        pool.Send("ForgotPassword", new { pool.ClientId, Username = new string('a', 128) });
    }

    private static JsonObject Shape(string operation) => CognitoModel.Operations[operation].Request;

    /// <summary>A request in which every member has a value that matches its pattern.</summary>
    private static JsonObject Request(JsonObject shape)
    {
        var sample = CognitoModel.Sample(shape).AsObject();
        foreach (var name in sample.Select(member => member.Key).Where(Values.ContainsKey).ToList()) sample[name] = Values[name];
        return sample;
    }

    /// <summary>The paths of the required members, as Cognito writes them: <c>userAttributes.1.member.name</c>.</summary>
    private static IEnumerable<string> Required(JsonObject shape, string path)
    {
        foreach (var (key, value) in shape.Where(member => !member.Key.StartsWith('_') && member.Key != "<key>"))
        {
            var name = key.TrimEnd('*');
            var member = $"{path}{char.ToLowerInvariant(name[0])}{name[1..]}";
            if (key.EndsWith('*')) yield return member;
            var (inner, innerPath) = value is JsonArray list ? (list[0] as JsonObject, $"{member}.1.member.") : (value as JsonObject, $"{member}.");
            foreach (var below in inner is null ? [] : Required(inner, innerPath)) yield return below;
        }
    }

    private static void Remove(JsonObject request, ReadOnlySpan<string> path)
    {
        var name = $"{char.ToUpperInvariant(path[0][0])}{path[0][1..]}";
        if (path.Length == 1) request.Remove(name).ShouldBeTrue();
        else if (path[1] == "1") Remove(request[name]!.AsArray()[0]!.AsObject(), path[3..]);
        else Remove(request[name]!.AsObject(), path[1..]);
    }
}
