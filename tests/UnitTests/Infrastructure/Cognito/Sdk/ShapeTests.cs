using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

/// <summary>
/// Writes every shape of requests and reads every shape of responses, with all members set. The result is compared with JSON that these tests make from the properties by
/// reflection, so that a wrong name would not be on both sides.
/// </summary>
public sealed class ShapeTests
{
    private static readonly Type[] Model = [.. typeof(SignUpRequest).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(SignUpRequest).Namespace && type is { IsAbstract: false, IsInterface: false })];

    private static readonly Type[] Requests = [.. Model.Where(type => type.IsAssignableTo(typeof(AmazonCognitoIdentityProviderRequest)))];
    private static readonly Type[] Responses = [.. Model.Where(type => type.IsAssignableTo(typeof(AmazonWebServiceResponse)))];
    private static readonly Type[] Shapes = [.. Model.Where(type => type.BaseType == typeof(object))];

    private readonly HashSet<Type> _filled = [];
    private int _count;

    [Fact]
    public void There_is_a_request_and_a_response_for_every_operation()
    {
        Requests.Length.ShouldBe(140);
        Responses.Length.ShouldBe(140);
        Shapes.Length.ShouldBe(100);
    }

    [Fact]
    public void Every_request_is_written_with_all_its_members()
    {
        Requests.Select(type => (IWrittenShape)Fill(type)).Select(request => Difference(request.GetType(), Parse(JsonWriting.ToBytes(request)), ToJson(request))).ShouldAllBe(difference => difference == null);

        Shapes.Where(shape => shape.IsAssignableTo(typeof(IWrittenShape))).Except(_filled).ShouldBeEmpty();
    }

    [Fact]
    public void Every_response_is_read_with_all_its_members_and_without_those_that_are_not_known()
    {
        foreach (var type in Responses)
        {
            var expected = ToJson(Fill(type));

            var read = Read(type, WithUnknownMembers(expected).ToJsonString());

            Difference(type, ToJson(read), expected).ShouldBeNull();
        }

        Shapes.Where(shape => shape.GetInterfaces().Any(role => role.Name.StartsWith("IReadShape", StringComparison.Ordinal))).Except(_filled).ShouldBeEmpty();
    }

    [Fact]
    public void Every_shape_is_written_or_read() =>
        Shapes.Where(shape => !shape.IsAssignableTo(typeof(IWrittenShape)) && !shape.GetInterfaces().Any(role => role.Name.StartsWith("IReadShape", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void A_member_that_is_unset_is_not_written() => Requests.ShouldAllBe(type => ToJson(Activator.CreateInstance(type)!).Count == 0 && JsonWriting.ToBytes((IWrittenShape)Activator.CreateInstance(type)!).Length == 2);

    [Fact]
    public void A_member_that_is_null_stays_unset() =>
        Responses.Select(type => (Type: type, Nulls: new JsonObject(Members(type).Select(member => KeyValuePair.Create(WireName(member), (JsonNode?)null)))))
            .ShouldAllBe(response => ToJson(Read(response.Type, response.Nulls.ToJsonString())).Count == 0);

    [Fact]
    public void A_member_of_another_case_is_not_known()
    {
        foreach (var type in Responses)
        {
            var shouting = new JsonObject(ToJson(Fill(type)).Select(member => KeyValuePair.Create(member.Key.ToUpperInvariant(), member.Value?.DeepClone())));

            ToJson(Read(type, shouting.ToJsonString())).ShouldBeEmpty(type.Name);
        }
    }

    [Fact]
    public void An_empty_body_is_a_response_only_where_there_is_no_output()
    {
        foreach (var type in Responses)
        {
            var read = () => Read(type, "");
            if (Members(type).Count == 0) read().ShouldBeOfType(type);
            else read.ShouldThrow<JsonException>(type.Name);
        }
    }

    [Theory]
    [InlineData("""{"Groups":[null,{"GroupName":"a"}]}""")]
    [InlineData("""{"Groups":[{"GroupName":"a","Precedence":null}],"NextToken":null}""")]
    public void An_item_that_is_null_is_left_out(string body) => JsonReading.Response<ListGroupsResponse>(System.Text.Encoding.UTF8.GetBytes(body)).Groups!.Single().GroupName.ShouldBe("a");

    [Theory]
    [InlineData("""{"Groups":{}}""")]
    [InlineData("""{"Groups":["a-secret"]}""")]
    [InlineData("""{"Groups":[{"Precedence":"a-secret"}]}""")]
    [InlineData("""{"Groups":[{"Precedence":1.5}]}""")]
    [InlineData("""{"Groups":[{"GroupName":1}]}""")]
    [InlineData("""{"Groups":[{"GroupName":"a-secret\uD800"}]}""")]
    [InlineData("""{"Groups":[{"CreationDate":"a-secret"}]}""")]
    [InlineData("""{"Groups":[]} {}""")]
    [InlineData("""{"Groups":[]""")]
    public void A_response_that_is_not_as_modelled_is_refused_without_quoting_it(string body)
    {
        var refusal = Should.Throw<Exception>(() => JsonReading.Response<ListGroupsResponse>(System.Text.Encoding.UTF8.GetBytes(body)));

        (refusal is JsonException or InvalidOperationException or FormatException).ShouldBeTrue(refusal.ToString());
        refusal.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void No_shape_prints_its_members() =>
        Model.Where(type => !type.IsAssignableTo(typeof(Exception))).ShouldAllBe(type => type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType!.Namespace != type.Namespace);

    private static JsonObject Parse(byte[] json) => JsonNode.Parse(json)!.AsObject();

    private static string? Difference(Type type, JsonObject actual, JsonObject expected) =>
        JsonNode.DeepEquals(Parse(JsonSerializer.SerializeToUtf8Bytes(actual)), Parse(JsonSerializer.SerializeToUtf8Bytes(expected))) ? null : $"{type.Name}: {actual.ToJsonString()} instead of {expected.ToJsonString()}";

    private static object Read(Type type, string body)
    {
        var read = typeof(ShapeTests).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<string, object>>();
        return read(body);
    }

    private static object ReadAs<TResponse>(string body)
        where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new() => JsonReading.Response<TResponse>(System.Text.Encoding.UTF8.GetBytes(body));

    private object Fill(Type type)
    {
        _filled.Add(type);
        var shape = Activator.CreateInstance(type)!;
        foreach (var member in Members(type)) member.SetValue(shape, Value(member.PropertyType));
        return shape;
    }

    private object Value(Type type)
    {
        // Each value is different, so that swapped members are found.
        var number = ++_count;
        if (type == typeof(string)) return $"text {number}";
        if (type == typeof(int?)) return number;
        if (type == typeof(long?)) return int.MaxValue + (long)number;
        if (type == typeof(bool?)) return true;
        if (type == typeof(DateTime?)) return DateTime.UnixEpoch.AddDays(number).AddMilliseconds(816);
        if (type == typeof(MemoryStream)) return new MemoryStream(BitConverter.GetBytes(number));
        if (type == typeof(Document)) return Any(number);
        if (type.IsAssignableTo(typeof(ConstantClass))) return type.GetFields(BindingFlags.Public | BindingFlags.Static)[^1].GetValue(null)!;
        if (type.Namespace == typeof(SignUpRequest).Namespace) return Fill(type);
        var collection = Activator.CreateInstance(type)!;
        if (collection is IDictionary map) map.Add($"key {number}", Value(type.GetGenericArguments()[1]));
        else
        {
            for (var items = 0; items < 2; items++) ((IList)collection).Add(Value(type.GetGenericArguments()[0]));
        }

        return collection;
    }

    private static Document Any(int number) => new(new Dictionary<string, Document>(StringComparer.Ordinal)
    {
        ["int"] = number,
        ["long"] = 1_767_323_045_123,
        ["double"] = 0.5,
        ["bool"] = true,
        ["null"] = default,
        ["text"] = "text",
        ["list"] = new Document(new Document(new Dictionary<string, Document>(StringComparer.Ordinal)), "text"),
    });

    private static List<PropertyInfo> Members(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];

    // The one shape whose members are lower case on the wire.
    private static string WireName(PropertyInfo member) => member.DeclaringType == typeof(HttpHeader) ? char.ToLowerInvariant(member.Name[0]) + member.Name[1..] : member.Name;

    private static JsonObject ToJson(object shape) => new(Members(shape.GetType())
        .Select(member => KeyValuePair.Create(WireName(member), ToNode(member.GetValue(shape))))
        .Where(member => member.Value is not null));

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        string text => text,
        int number => number,
        long number => number,
        bool flag => flag,
        DateTime time => decimal.Round((decimal)(time - DateTime.UnixEpoch).TotalMilliseconds) / 1000,
        MemoryStream bytes => Convert.ToBase64String(bytes.ToArray()),
        ConstantClass constant => constant.Value,
        Document document => document.IsNull() ? null : ToNode(document),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, ToNode(map[key])))),
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(ToNode)]),
        _ => ToJson(value),
    };

    private static JsonNode? ToNode(Document document) => document.Type switch
    {
        DocumentType.Int => document.AsInt(),
        DocumentType.Long => document.AsLong(),
        DocumentType.Double => document.AsDouble(),
        DocumentType.Bool => document.AsBool(),
        DocumentType.String => document.AsString(),
        DocumentType.List => new JsonArray([.. document.AsList().Select(ToNode)]),
        DocumentType.Dictionary => new JsonObject(document.AsDictionary().Select(member => KeyValuePair.Create(member.Key, ToNode(member.Value)))),
        _ => null,
    };

    /// <summary>Adds members that the model does not have, of every kind, to every object that is not a map or a document.</summary>
    private static JsonObject WithUnknownMembers(JsonObject shape)
    {
        var isMap = shape.Any(member => member.Key.StartsWith("key ", StringComparison.Ordinal) || member.Key == "int");
        var members = shape.Select(member => KeyValuePair.Create(member.Key, member.Value switch
        {
            JsonObject inner => WithUnknownMembers(inner),
            JsonArray items => new JsonArray([.. items.Select(item => item is JsonObject inner ? WithUnknownMembers(inner) : item?.DeepClone())]),
            var other => other?.DeepClone(),
        }));
        return isMap || shape.Count == 0 ? new JsonObject(members) : new JsonObject([KeyValuePair.Create("Later", JsonNode.Parse("""{"a":[1,{"b":null}],"c":"d"}""")), .. members, KeyValuePair.Create("Later2", (JsonNode?)"text")]);
    }
}
