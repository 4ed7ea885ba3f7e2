using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

/// <summary>When sessions ended, by Cognito's clock, through the gateway.</summary>
public sealed class CognitoDateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Secret Token = new("access-1");

    private static readonly Dictionary<string, Func<ICognitoGateway, Task<Result<DateTimeOffset>>>> Calls = new(StringComparer.Ordinal)
    {
        ["GlobalSignOut"] = gateway => gateway.GlobalSignOut(Token, default),
        ["DeleteUser"] = gateway => gateway.DeleteUser(Token, default),
        // Signed: it goes through the pipeline of the AWS runtime.
        ["AdminUserGlobalSignOut"] = gateway => gateway.AdminUserGlobalSignOut("jane", default),
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_sign_out_happened_at_the_date_of_the_response(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(At(Noon.ToString("R"), CognitoResponses.Ok("{}")));

        (await Calls[operation](pool.Gateway)).Value.ShouldBe(Noon);
    }

    [Fact]
    public async Task A_sign_out_whose_response_was_lost_happened_at_the_date_of_the_error_that_confirms_it()
    {
        await using var pool = await GatewayUnderTest.Start(
            At(Noon.ToString("R"), CognitoResponses.InternalError), At(Noon.AddSeconds(1).ToString("R"), CognitoResponses.Error("NotAuthorizedException", "Access Token has been revoked")));

        (await Calls["GlobalSignOut"](pool.Gateway)).Value.ShouldBe(Noon.AddSeconds(1));
    }

    [Fact]
    public async Task A_missing_user_was_deleted_at_the_date_of_the_error()
    {
        await using var pool = await GatewayUnderTest.Start(At(Noon.ToString("R"), CognitoResponses.Error("UserNotFoundException", "User does not exist.")));

        (await Calls["DeleteUser"](pool.Gateway)).Value.ShouldBe(Noon);
    }

    [Fact]
    public async Task A_sign_out_happened_by_the_local_clock_when_the_response_has_no_date()
    {
        var before = DateTimeOffset.UtcNow;
        await using var pool = await GatewayUnderTest.Start(At("yesterday", CognitoResponses.Ok("{}")));

        (await Calls["GlobalSignOut"](pool.Gateway)).Value.ShouldBeInRange(before, DateTimeOffset.UtcNow);
    }

    private static RequestDelegate At(string date, RequestDelegate response) => context =>
    {
        context.Response.Headers.Date = date;
        return response(context);
    };
}
