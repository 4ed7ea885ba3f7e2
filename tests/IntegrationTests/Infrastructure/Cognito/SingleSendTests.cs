using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

/// <summary>A sign-up that Cognito may have processed is not sent again: the second would be refused, and hide that the first succeeded.</summary>
public sealed class SingleSendTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sign_up_is_sent_once_when_the_connection_breaks(bool processed)
    {
        var username = Users.NewName();
        // The connection is already in use: HTTP clients may repeat a call that fails on such a connection.
        for (var call = 0; call < 2; call++) await SignUp(Users.NewName());
        var before = hidden.Api.Cognito.Requests.Of("SignUp").Count;
        if (processed) hidden.Api.Cognito.Faults.DropResponse("SignUp");
        else hidden.Api.Cognito.Faults.DropRequest("SignUp");

        var response = await SignUp(username);
        response.ShouldBeProblem(503, "outcome_unknown").Member("detail").ShouldEndWith("Look for the message with the code, or sign up again.");
        hidden.Api.Cognito.Requests.Of("SignUp").Count.ShouldBe(before + 1);
        hidden.Api.Cognito.Inbox.Of(username).Count.ShouldBe(processed ? 1 : 0);

        // The advice in the response works in both cases.
        (await SignUp(username)).Status.ShouldBe(202);
        hidden.Api.Cognito.Inbox.Of(username).ShouldNotBeEmpty();
    }

    private Task<ApiResponse> SignUp(string username) => hidden.Api.Post("/v1/auth/sign-up", new { username, password = Users.Password, attributes = new { email = username } });
}
