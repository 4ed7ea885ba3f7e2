using System.Text.Json;
using CognitoAuth.Api.Http.Json;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Api.Http.Json;

/// <summary>The JSON of the Domain types that have a converter of their own.</summary>
public sealed class JsonConvertersTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false, Converters = { new SecretJsonConverter(), new JsonTextConverter() } };

    [Fact]
    public void A_secret_is_written_and_read_as_a_plain_string()
    {
        var json = JsonSerializer.Serialize(new Holder("jane", new Secret("s3cret")), Json);

        json.ShouldBe("""{"username":"jane","password":"s3cret"}""");
        JsonSerializer.Deserialize<Holder>(json, Json).ShouldBe(new Holder("jane", new Secret("s3cret")));
        JsonSerializer.Deserialize<Holder>("""{"username":"jane","password":null}""", Json)!.Password.ShouldBeNull();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("[\"a\"]")]
    [InlineData("{\"value\":\"a\"}")]
    public void A_secret_is_read_only_from_strings(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Secret>(json, Json));

    [Fact]
    public void A_secret_is_not_written_to_JSON_without_its_converter()
    {
        JsonSerializer.Serialize(new Holder("jane", new Secret("s3cret"))).ShouldNotContain("s3cret");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Secret>("\"s3cret\""));
    }

    [Theory]
    [InlineData("""{"id":"1","response":{"clientDataJSON":"x y"},"list":[1,2.50,null]}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void A_document_is_passed_on_unchanged(string text)
    {
        var read = JsonSerializer.Deserialize<Document>($$"""{"value": {{text}} }""", Json)!;

        read.Value.ShouldBe(new JsonText(text));
        JsonSerializer.Serialize(read, Json).ShouldBe($$"""{"value":{{text}}}""");
    }

    [Theory]
    [InlineData("""{"value":{"a":1,"a":2}}""")]
    [InlineData("""{"value":{"a":{"b":1,"b":2}}}""")]
    public void A_document_with_a_duplicate_member_is_refused(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Document>(json, Json));

    [Fact]
    public void IsObject_is_true_only_for_a_JSON_object()
    {
        new JsonText("{}").IsObject.ShouldBeTrue();
        new JsonText("\"{}\"").IsObject.ShouldBeFalse();
        new JsonText("null").IsObject.ShouldBeFalse();
        new JsonText("""{"id":"1"}""").ToString().ShouldBe("***");
    }

    private sealed record Holder(string Username, Secret? Password);

    private sealed record Document(JsonText? Value);
}
