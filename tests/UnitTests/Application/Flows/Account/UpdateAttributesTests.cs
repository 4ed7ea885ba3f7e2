using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class UpdateAttributesTests
{
    private static readonly CodeDelivery Delivery = new("EMAIL", "j***@e***", "email");

    [Fact]
    public async Task Update_changes_the_values_and_returns_where_codes_were_sent()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        IReadOnlyDictionary<string, string>? sent = null;
        flows.Cognito.UpdateUserAttributes = attributes =>
        {
            sent = attributes;
            return Result<IReadOnlyList<CodeDelivery>>.Of([Delivery]);
        };

        var deliveries = (await flows.Send(ValidRequests.UpdateAttributes(("email", "j@example.org"), ("name", "Jane")))).Value;

        deliveries.ShouldBe([Delivery]);
        sent.ShouldBe(TestData.Map(("email", "j@example.org"), ("name", "Jane")), ignoreOrder: true);
    }

    [Fact]
    public async Task Attributes_that_are_null_are_removed()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        IReadOnlyCollection<string>? removed = null;
        flows.Cognito.DeleteUserAttributes = names =>
        {
            removed = names;
            return default(Success);
        };

        (await flows.Send(ValidRequests.UpdateAttributes(("name", null), ("nickname", null)))).Value.ShouldBeEmpty();

        removed.ShouldBe(["name", "nickname"], ignoreOrder: true);
        flows.CallLog.Entries.ShouldBe(["DeleteUserAttributes access-1"]);
    }

    [Fact]
    public async Task Changes_and_removals_are_made_in_one_call()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        IReadOnlyDictionary<string, string>? sent = null;
        flows.Cognito.UpdateUserAttributes = attributes =>
        {
            sent = attributes;
            return Result<IReadOnlyList<CodeDelivery>>.Of([]);
        };

        (await flows.Send(ValidRequests.UpdateAttributes(("name", "Jane"), ("nickname", null)))).Error.ShouldBeNull();

        sent.ShouldBe(TestData.Map(("name", "Jane"), ("nickname", "")), ignoreOrder: true);
        flows.CallLog.Entries.ShouldBe(["UpdateUserAttributes access-1"]);
    }

    [Theory]
    [InlineData("alias_taken")]
    [InlineData("invalid_parameter")]
    [InlineData("delivery_failed")]
    public async Task Refusal_by_Cognito_is_returned(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.UpdateUserAttributes = _ => TestData.Error(code);
        flows.Cognito.DeleteUserAttributes = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.UpdateAttributes(("email", "j@example.org")))).ShouldBe(TestData.Error(code));
        (await flows.Refusal(ValidRequests.UpdateAttributes(("email", null)))).ShouldBe(TestData.Error(code));
    }

    [Theory]
    [InlineData("email")]
    [InlineData("phone_number")]
    [InlineData("EMAIL")]
    public async Task Change_of_an_email_address_or_phone_number_requires_a_recent_sign_in(string name)
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(ValidRequests.UpdateAttributes((name, "new")))).ShouldBe(AuthErrors.ReauthenticationRequired);
        (await flows.Refusal(ValidRequests.UpdateAttributes(("name", "Jane"), (name, null)))).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Change_of_another_attribute_requires_no_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.UpdateUserAttributes = _ => Result<IReadOnlyList<CodeDelivery>>.Of([]);

        (await flows.Send(ValidRequests.UpdateAttributes(("name", "Jane")))).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("identities")]
    [InlineData("email_verified")]
    [InlineData("Phone_Number_Verified")]
    [InlineData("custom:role")]
    [InlineData("dev:custom:role")]
    public async Task Reserved_attributes_cannot_be_set_or_removed(string name)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.UpdateAttributes((name, "true")))).ShouldBe([$"attributes.{name}: This attribute cannot be set."]);
        (await flows.Faults(ValidRequests.UpdateAttributes((name, null), ("name", "Jane")))).ShouldBe([$"attributes.{name}: This attribute cannot be set."]);
    }

    [Fact]
    public async Task Writable_custom_attributes_are_accepted()
    {
        await using var flows = FlowsUnderTest.SignedIn(configure: security => security.WritableAttributes = ["custom:plan"]);
        flows.Cognito.UpdateUserAttributes = _ => Result<IReadOnlyList<CodeDelivery>>.Of([]);

        (await flows.Send(ValidRequests.UpdateAttributes(("custom:plan", "gold")))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Each_invalid_attribute_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.UpdateAttributes())).ShouldBe(["attributes: At least one attribute is required."]);
        (await flows.Faults(ValidRequests.UpdateAttributes((new string('n', 33), "x"), ("name", new string('x', 2049))))).ShouldBe(
        [
            $"attributes.{new string('n', 33)}: An attribute's name must have 1 to 32 characters.", "attributes.name: It must be a string of at most 2,048 characters.",
        ]);
    }
}
