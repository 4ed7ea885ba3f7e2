using System.Net.Http.Headers;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class VerifyBodyTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    // Headers that a proxy forwards from an upload: the verify call must check only the token.
    private static readonly byte[] LargeBody = new byte[1024 * 1024];

    [Theory]
    [InlineData("/v1/auth/verify", "POST", "application/json")]
    [InlineData("/v1/auth/verify", "POST", "text/plain")]
    [InlineData("/v1/auth/verify", "PUT", "multipart/form-data; boundary=x")]
    [InlineData("/v1/auth/verify", "PATCH", null)]
    [InlineData("/v1/auth/verify", "DELETE", "application/octet-stream")]
    [InlineData("/v1/auth/verify/files/report.pdf", "POST", "application/pdf")]
    public async Task Verification_returns_the_response_of_a_GET_for_every_body(string path, string method, string? contentType)
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add(groups: ["staff"]));
        foreach (var bearer in new[] { tokens.Access, "forged", null })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(LargeBody) };
            if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);

            var response = await hidden.Api.Send(request);
            var plain = await hidden.Api.Get(path, bearer);
            plain.Status.ShouldBe(bearer == tokens.Access ? 200 : 401);
            // Kestrel closes the connection instead of reading the rest of the body.
            response.Headers.Remove("Connection");
            response.Fingerprint().ShouldBe(plain.Fingerprint());
        }
    }
}
