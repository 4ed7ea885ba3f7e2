using System.Net;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Wire;
using CognitoAuth.UnitTests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace CognitoAuth.UnitTests.LocalCognito.Wire;

public sealed class StubsTests : IAsyncDisposable
{
    private static readonly Guid Id = new("0a3c0f4e-6a0e-4b43-9c0b-1d6d6c1f6a01");

    private readonly LocalCognitoServer _cognito = LocalCognitoServer.Start();
    private readonly CognitoHttp _http;

    public StubsTests()
    {
        _http = new CognitoHttp(_cognito);
        _cognito.Pool.AddUser("jane", PoolUnderTest.Password);
        _cognito.Pool.AddUser("john", PoolUnderTest.Password);
    }

    [Fact]
    public async Task A_stub_replaces_one_operation_until_it_is_removed()
    {
        var jane = await SignIn("jane");
        _cognito.Stubs.Given(Stubs.Operation("GetUser")).WithGuid(Id).RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", CognitoHttp.JsonType).WithBody("""{"Username":"stub"}"""));

        (await UsernameOf(jane)).ShouldBe("stub");
        (await SignIn("john")).Access.ShouldNotBeNull("the pool responds to other operations");

        _cognito.Stubs.Remove(Id).ShouldBeTrue();
        _cognito.Stubs.Remove(Id).ShouldBeFalse();
        (await UsernameOf(jane)).ShouldBe("jane");
    }

    [Fact]
    public async Task A_stub_for_one_body_leaves_other_calls_of_the_operation_to_the_pool()
    {
        var (jane, john) = (await SignIn("jane"), await SignIn("john"));
        _cognito.Stubs.Given(Stubs.Operation("GetUser").WithBody(body => body!.Contains(jane.Access, StringComparison.Ordinal))).RespondWith(Response.Create().WithBody("""{"Username":"stub"}"""));

        (await UsernameOf(jane)).ShouldBe("stub");
        (await UsernameOf(john)).ShouldBe("john");
    }

    [Fact]
    public async Task A_stub_replaces_the_key_document_until_all_stubs_are_cleared()
    {
        _cognito.Stubs.Given(Request.Create().WithPath(new Uri(_cognito.JwksUri).AbsolutePath).UsingGet()).RespondWith(Response.Create().WithStatusCode(HttpStatusCode.NotModified));
        using (var replaced = await _http.Client.GetAsync(new Uri(_cognito.JwksUri))) replaced.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        _cognito.Stubs.Clear();

        using var keys = await _http.Client.GetAsync(new Uri(_cognito.JwksUri));
        keys.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cognito.DisposeAsync();
    }

    private async Task<IssuedTokens> SignIn(string username) => IssuedTokens.Of(await _http.Ok("InitiateAuth", new
    {
        ClientId = _cognito.PublicClientId,
        AuthFlow = "USER_PASSWORD_AUTH",
        AuthParameters = new { USERNAME = username, PASSWORD = PoolUnderTest.Password },
    }));

    private async Task<string?> UsernameOf(IssuedTokens tokens) => (await _http.Ok("GetUser", new { AccessToken = tokens.Access })).GetProperty("Username").GetString();
}
