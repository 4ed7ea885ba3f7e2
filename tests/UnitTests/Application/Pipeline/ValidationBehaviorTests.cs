using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class ValidationBehaviorTests
{
    [Fact]
    public async Task Faults_are_keyed_by_the_path_of_the_JSON_member()
    {
        await using var flows = new FlowsUnderTest();
        flows.ClientMetadata = TestData.MapOf(21);
        var error = await flows.Refusal(ValidRequests.SignUp("", "short", TestData.Map(("Sub", "1"), ("email", new string('e', 2049)))));

        error.Errors!.Keys.Order(StringComparer.Ordinal).ShouldBe(["attributes.Sub", "attributes.email", "clientMetadata", "password", "username"]);
        flows.ClientMetadata = null;
        (await flows.Refusal(ValidRequests.ResetPassword(newPassword: "short"))).Errors!.Keys.ShouldBe(["newPassword"]);
    }

    [Fact]
    public async Task Code_is_invalid_password_only_if_nothing_else_is_invalid()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(ValidRequests.SignUp(password: "short")) with { Errors = null }).ShouldBe(AuthErrors.InvalidPassword);
        (await flows.Refusal(ValidRequests.SignUp("", "short")) with { Errors = null }).ShouldBe(AuthErrors.ValidationFailed);
        (await flows.Refusal(ValidRequests.SignUp("")) with { Errors = null }).ShouldBe(AuthErrors.ValidationFailed);
    }

    [Fact]
    public async Task Every_fault_is_reported_at_once()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Refusal(ValidRequests.SignUp(password: "short"))).Errors!["password"].Length.ShouldBe(4);
    }

    [Fact]
    public async Task Response_contains_nothing_that_the_caller_sent()
    {
        await using var flows = new FlowsUnderTest();
        var error = await flows.Refusal(ValidRequests.SignUp("jane secret", "s3cret", TestData.Map(("email", "secret" + new string('e', 2049)))));

        error.Errors!.SelectMany(member => member.Value).ShouldAllBe(message => !message.Contains("secret", StringComparison.Ordinal) && !message.Contains("s3cret", StringComparison.Ordinal));
    }
}
