using System.Security.Cryptography;
using System.Text;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Domain;

public sealed class SessionIdTests
{
    private static readonly UserPoolId Pool = new("eu-west-1_Example");

    // Made by openssl: printf 'eu-west-1_Example/…' | openssl dgst -sha256 -binary | head -c16 | base64
    [Theory]
    [InlineData("origin-1", "FqFF5RMRfKdJnuKITLNyzQ")]
    [InlineData("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee", "f1OGzsmq6mmtYm-CXUzXrQ")]
    public void A_session_id_is_half_a_SHA_256_of_the_pool_and_the_sessions_text(string session, string expected) => SessionId.Of(Pool, session).ToString().ShouldBe(expected);

    [Fact]
    public void A_subject_id_is_half_a_SHA_256_of_the_pool_and_the_sub() => SubjectId.Of(Pool, "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee").ToString().ShouldBe("XBTHz1JRrvslzwcWVvSRiw");

    [Fact]
    public void An_id_is_the_first_16_bytes_of_the_hash_in_their_order()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("eu-west-1_Example/jané"));
        var (session, subject) = (new byte[SessionId.Length], new byte[SubjectId.Length]);

        SessionId.Of(Pool, "jané").WriteTo(session);
        SubjectId.Of(Pool, "jané").WriteTo(subject);

        session.ShouldBe(hash[..16]);
        subject.ShouldBe(hash[..16]);
        new SessionId(session).ShouldBe(SessionId.Of(Pool, "jané"));
        new SubjectId(subject).ShouldBe(SubjectId.Of(Pool, "jané"));
    }

    [Fact]
    public void An_id_has_exactly_16_bytes()
    {
        Should.Throw<ArgumentException>(() => new SessionId(new byte[15]));
        Should.Throw<ArgumentException>(() => new SubjectId(new byte[17]));
        Should.Throw<ArgumentException>(() => SessionId.Of(Pool, "a").WriteTo(new byte[15]));
        Should.Throw<ArgumentException>(() => SubjectId.Of(Pool, "a").WriteTo(new byte[15]));
    }

    [Fact]
    public void Ids_of_two_pools_differ() => SessionId.Of(Pool, "origin-1").ShouldNotBe(SessionId.Of(new UserPoolId("eu-west-1_Other"), "origin-1"));

    [Fact]
    public void The_text_of_a_session_is_its_origin_jti() => TestData.Token(session: "origin-1").SessionText.ShouldBe("origin-1");

    [Fact]
    public void The_text_of_a_session_without_origin_jti_is_the_user_and_the_second_of_the_sign_in()
    {
        var token = TestData.Token(session: null);

        token.SessionText.ShouldBe($"sub-1@{TestData.SignInTime.ToUnixTimeSeconds()}");
        (token with { IssuedAt = token.IssuedAt.AddHours(1) }).SessionText.ShouldBe(token.SessionText, "a refresh keeps the sign-in's time");
        (token with { AuthTime = token.AuthTime.AddSeconds(1) }).SessionText.ShouldNotBe(token.SessionText);
        (token with { Subject = "sub-2" }).SessionText.ShouldNotBe(token.SessionText);
    }

    [Fact]
    public void An_entry_of_the_former_format_with_a_UUID_converts_to_the_id() =>
        SessionId.OfFormer(Pool, new Guid("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee")).ShouldBe(SessionId.Of(Pool, "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee"));

    [Theory]
    [InlineData("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee", false)]
    [InlineData("BBBBBBBB-bbbb-cccc-dddd-eeeeeeeeeeee", true)]
    [InlineData("{bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee}", true)]
    [InlineData("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee@1772625600", true)]
    public void Only_a_session_whose_text_is_not_a_UUID_has_a_former_id(string session, bool hasFormer) => SessionId.FormerOf(Pool, session).HasValue.ShouldBe(hasFormer);
}
