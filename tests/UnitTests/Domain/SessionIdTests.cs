using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Domain;

public sealed class SessionIdTests
{
    [Fact]
    public void Is_the_origin_jti_of_the_token()
    {
        var token = Some.Token(session: "origin-1");

        token.Session.ShouldBe(new SessionId("origin-1"));
        token.Session.ToString().ShouldBe("origin-1");
    }

    [Fact]
    public void Is_the_user_and_the_second_of_the_sign_in_where_there_is_no_origin_jti()
    {
        var token = Some.Token(session: null);

        token.Session.ShouldBe(new SessionId($"sub-1@{Some.SignInTime.ToUnixTimeSeconds()}"));
        (token with { IssuedAt = token.IssuedAt.AddHours(1) }).Session.ShouldBe(token.Session, "a refresh keeps the sign-in's time");
        (token with { AuthTime = token.AuthTime.AddSeconds(1) }).Session.ShouldNotBe(token.Session);
        (token with { Subject = "sub-2" }).Session.ShouldNotBe(token.Session);
    }
}
