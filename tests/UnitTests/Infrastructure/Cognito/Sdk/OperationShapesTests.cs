using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

/// <summary>Holds every operation of the client against Cognito's model, over a real connection.</summary>
public sealed class OperationShapesTests
{
    private static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "secret");

    public static TheoryData<string> Operations =>
        [.. typeof(IAmazonCognitoIdentityProvider).GetMethods().Select(method => method.Name[..^"Async".Length])];

    [Fact]
    public void Has_the_operations_of_the_first_flows() => Operations.Count.ShouldBeGreaterThanOrEqualTo(20);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Sends_every_member_of_the_request_and_nothing_else(string operation)
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(Credentials);
        var sample = CognitoModel.Sample(CognitoModel.Operations[operation].Request);

        await Call(client, operation, sample);

        JsonNode.DeepEquals(JsonNode.Parse(stub.Request.Body), sample).ShouldBeTrue(stub.Request.Body);
        stub.Request.Headers["X-Amz-Target"].ShouldBe("AWSCognitoIdentityProviderService." + operation);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Reads_every_member_of_the_response(string operation)
    {
        var sample = CognitoModel.Sample(CognitoModel.Operations[operation].Response);
        await using var stub = await CognitoStub.Answering(sample.ToJsonString());
        using var client = stub.Client(Credentials);

        var response = await Call(client, operation, CognitoModel.Sample(CognitoModel.Operations[operation].Request));

        var read = JsonSerializer.SerializeToNode(response, Shape(response.GetType()));
        JsonNode.DeepEquals(read, sample).ShouldBeTrue(read?.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Signs_exactly_the_operations_that_take_IAM_credentials(string operation)
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(Credentials);

        await Call(client, operation, new JsonObject());

        stub.Request.Headers.ContainsKey("Authorization").ShouldBe(CognitoModel.Operations[operation].IsSigned);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Accepts_an_empty_body_only_where_there_is_no_output(string operation)
    {
        await using var stub = await CognitoStub.Answering("");
        using var client = stub.Client(Credentials);

        var call = () => Call(client, operation, new JsonObject());

        if (CognitoModel.Operations[operation].Response.Count == 0)
            (await call()).HttpStatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        else
            await call.ShouldThrowAsync<AmazonUnmarshallingException>();
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Names_the_members_as_the_official_package(string operation)
    {
        var method = typeof(IAmazonCognitoIdentityProvider).GetMethod(operation + "Async")!;
        ShouldMirror(method.GetParameters()[0].ParameterType, CognitoModel.Operations[operation].Request);
        ShouldMirror(method.ReturnType.GetGenericArguments()[0], CognitoModel.Operations[operation].Response);
    }

    private static void ShouldMirror(Type type, JsonObject shape)
    {
        var members = CognitoModel.Members(shape);
        var properties = type.GetProperties()
            .Where(property => property.DeclaringType!.Assembly == type.Assembly)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        // The two members of HttpHeader are lower case on the wire; AWS's code generator makes all names upper case.
        properties.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(members.Keys.Select(name => char.ToUpperInvariant(name[0]) + name[1..]).Order(StringComparer.Ordinal), type.Name);

        foreach (var (name, member) in members)
        {
            var property = properties[char.ToUpperInvariant(name[0]) + name[1..]].PropertyType;
            switch (member)
            {
                case JsonObject map when map.ContainsKey("<key>"):
                    property.ShouldBe(typeof(Dictionary<string, string>));
                    break;
                case JsonObject structure:
                    property.Name.ShouldBe(structure["_type"]!.GetValue<string>());
                    ShouldMirror(property, structure);
                    break;
                case JsonArray list when list[0] is JsonObject structure:
                    property.GetGenericTypeDefinition().ShouldBe(typeof(List<>));
                    ShouldMirror(property.GetGenericArguments()[0], structure);
                    break;
                case JsonArray:
                    property.ShouldBe(typeof(List<string>));
                    break;
                default:
                    ShouldBe(property, member.GetValue<string>());
                    break;
            }
        }
    }

    private static void ShouldBe(Type type, string wireType)
    {
        if (!wireType.Contains('|', StringComparison.Ordinal))
        {
            type.ShouldBe(wireType switch
            {
                "string" => typeof(string),
                "int" => typeof(int?),
                "bool" => typeof(bool?),
                "json document" => typeof(Amazon.Runtime.Documents.Document),
                _ => typeof(DateTime?),
            });
            return;
        }

        type.BaseType.ShouldBe(typeof(ConstantClass));
        foreach (var value in wireType.Split('|'))
            type.GetField(char.ToUpperInvariant(value[0]) + value[1..], BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!.ToString().ShouldBe(value);
    }

    private static async Task<AmazonWebServiceResponse> Call(AmazonCognitoIdentityProviderClient client, string operation, JsonNode request)
    {
        var method = typeof(IAmazonCognitoIdentityProvider).GetMethod(operation + "Async")!;
        var call = (Task)method.Invoke(client, [request.Deserialize(Shape(method.GetParameters()[0].ParameterType)), CancellationToken.None])!;
        await call;
        return (AmazonWebServiceResponse)((dynamic)call).Result;
    }

    private static JsonTypeInfo Shape(Type type) =>
        (JsonTypeInfo)typeof(CognitoJson).GetMethod(nameof(CognitoJson.Shape))!.MakeGenericMethod(type).Invoke(null, null)!;
}
