using System.Globalization;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway.Srp;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway.Srp;

/// <summary>The integration tests of the sign-in show that its proofs are right: the embedded pool has an independent implementation.</summary>
public sealed class SrpClientTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void The_timestamp_has_the_day_without_a_leading_zero() => SrpClient.Timestamp(Now).ShouldBe("Fri Jan 2 03:04:05 UTC 2026");

    [Fact]
    public void Each_client_has_its_own_public_value() => new SrpClient("us-east-1_Pool").PublicValue.ShouldNotBe(new SrpClient("us-east-1_Pool").PublicValue);

    [Theory]
    [InlineData("SALT", null)]
    [InlineData("SALT", "no number")]
    [InlineData("SRP_B", null)]
    [InlineData("SRP_B", "0")]
    [InlineData("SRP_B", "the modulus")]
    [InlineData("SECRET_BLOCK", null)]
    [InlineData("SECRET_BLOCK", "%%%")]
    public void A_challenge_that_is_incomplete_or_would_reveal_the_secret_is_not_answered(string parameter, string? value)
    {
        var challenge = new Dictionary<string, string> { ["SALT"] = "a1b2", ["SRP_B"] = "c3d4", ["SECRET_BLOCK"] = "c2VjcmV0" };
        Prove(challenge).ShouldNotBeNull();

        if (value is null) challenge.Remove(parameter);
        else challenge[parameter] = value == "the modulus" ? SrpGroup.Cognito.Modulus.ToString("x", CultureInfo.InvariantCulture) : value;
        Prove(challenge).ShouldBeNull();
    }

    private static ChallengeAnswer.SrpProof? Prove(Dictionary<string, string> challenge) => new SrpClient("us-east-1_Pool").Prove("jane", new Secret("Correct-horse-1"), challenge, Now);
}
