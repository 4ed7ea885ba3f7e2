using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Account;

public sealed class AccountOperationsTests : IDisposable
{
    private const string NewPassword = "N3wPassword!";
    private const string Limit = "LimitExceededException: Attempt limit exceeded, please try after some time.";

    private readonly PoolUnderTest _pool = new(options =>
    {
        options.Pool.AliasAttributes = ["email"];
        options.Pool.RequiredAttributes = ["name"];
        options.Pool.AutoVerifyPhoneNumber = false;
    });

    private readonly string _token;

    public AccountOperationsTests()
    {
        _pool.AddJaneWithPhone();
        _token = _pool.SignIn().Access;
    }

    [Fact]
    public void A_changed_password_keeps_the_sessions()
    {
        ChangeRefusal("wrong", NewPassword).ShouldBe("NotAuthorizedException: Incorrect username or password.");
        ChangeRefusal(PoolUnderTest.Password, "weak").ShouldStartWith("InvalidPasswordException");
        ChangeRefusal(null, NewPassword).ShouldStartWith("InvalidParameterException: Missing required parameter");

        _pool.Send("ChangePassword", new { AccessToken = _token, PreviousPassword = PoolUnderTest.Password, ProposedPassword = NewPassword });

        _pool.SignIn(password: NewPassword);
        _pool.SignInRefusal().ShouldStartWith("NotAuthorizedException");
        _pool.Send("GetUser", new { AccessToken = _token });
    }

    [Fact]
    public void The_password_can_be_changed_five_times_per_hour()
    {
        for (var attempt = 0; attempt < 5; attempt++) ChangeRefusal("wrong", NewPassword).ShouldStartWith("NotAuthorizedException");

        ChangeRefusal(PoolUnderTest.Password, NewPassword).ShouldBe(Limit);
        _pool.Clock.Advance(TimeSpan.FromHours(1));
        _pool.Send("ChangePassword", new { AccessToken = _pool.SignIn().Access, PreviousPassword = PoolUnderTest.Password, ProposedPassword = NewPassword });
    }

    [Fact]
    public void A_changed_address_gets_a_code_that_verifies_it()
    {
        var answer = Update("email", "new@example.com");

        answer.GetProperty("CodeDeliveryDetailsList").GetRawText().ShouldBe("""[{"Destination":"n***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}]""");
        Attribute("email_verified").ShouldBe("false");
        var message = _pool.Inbox.Of("jane")[0];
        (message.Kind, message.Destination).ShouldBe(("verify_attribute", "new@example.com"));
        VerifyRefusal("email", "x").ShouldStartWith("CodeMismatchException");
        VerifyRefusal("phone_number", message.Code).ShouldStartWith("ExpiredCodeException");
        _pool.Send("VerifyUserAttribute", new { AccessToken = _token, AttributeName = "email", message.Code });
        Attribute("email_verified").ShouldBe("true");
        VerifyRefusal("email", message.Code).ShouldStartWith("ExpiredCodeException");
        _pool.SignIn("new@example.com");
    }

    [Fact]
    public void A_code_verifies_only_the_address_that_it_was_sent_to()
    {
        _pool.Send("GetUserAttributeVerificationCode", new { AccessToken = _token, AttributeName = "phone_number" });
        var code = _pool.Inbox.LatestCode("jane");

        Update("phone_number", "+491707654321").GetProperty("CodeDeliveryDetailsList").GetArrayLength().ShouldBe(0, "this pool does not verify numbers automatically");
        VerifyRefusal("phone_number", code).ShouldStartWith("ExpiredCodeException");
    }

    [Fact]
    public void An_unchanged_address_stays_verified()
    {
        Update("email", "jane@example.com").GetProperty("CodeDeliveryDetailsList").GetArrayLength().ShouldBe(0);

        Attribute("email_verified").ShouldBe("true");
    }

    [Fact]
    public void Attributes_that_the_client_cannot_write_or_that_are_taken_are_refused()
    {
        _pool.AddJane("other");

        UpdateRefusal("email_verified", "true").ShouldBe("NotAuthorizedException: A client attempted to write unauthorized attribute");
        UpdateRefusal("custom:role", "admin").ShouldStartWith("InvalidParameterException: Attributes did not conform to the schema");
        UpdateRefusal("name", "").ShouldBe("InvalidParameterException: Cannot delete the required attribute name");
        UpdateRefusal("email", "other@example.com").ShouldBe("AliasExistsException: An account with the email already exists.");
        Attribute("email").ShouldBe("jane@example.com");
    }

    [Fact]
    public void Attributes_are_removed_with_their_verified_flags()
    {
        Update("nickname", "Jay");
        _pool.Send("DeleteUserAttributes", new { AccessToken = _token, UserAttributeNames = (string[])["nickname", "phone_number"] });

        (Attribute("nickname"), Attribute("phone_number"), Attribute("phone_number_verified")).ShouldBe((null, null, null));
        _pool.Refusal("DeleteUserAttributes", new { AccessToken = _token, UserAttributeNames = (string[])["name"] }).ShouldBe("InvalidParameterException: Cannot delete the required attribute name");
        _pool.Refusal("DeleteUserAttributes", new { AccessToken = _token, UserAttributeNames = (string[])["email_verified"] }).ShouldStartWith("NotAuthorizedException");
        _pool.Refusal("GetUserAttributeVerificationCode", new { AccessToken = _token, AttributeName = "phone_number" }).ShouldStartWith("InvalidParameterException");
    }

    [Fact]
    public void Verification_allows_five_codes_and_fifteen_attempts_per_hour()
    {
        object request = new { AccessToken = _token, AttributeName = "email" };
        for (var call = 0; call < 5; call++) _pool.Send("GetUserAttributeVerificationCode", request);
        _pool.Refusal("GetUserAttributeVerificationCode", request).ShouldBe(Limit);

        for (var attempt = 0; attempt < 15; attempt++) VerifyRefusal("email", "x").ShouldStartWith("CodeMismatchException");
        VerifyRefusal("email", _pool.Inbox.LatestCode("jane")).ShouldBe(Limit);
    }

    [Fact]
    public void A_deleted_account_cannot_sign_in()
    {
        _pool.Send("DeleteUser", new { AccessToken = _token });

        _pool.Refusal("GetUser", new { AccessToken = _token }).ShouldStartWith("UserNotFoundException");
        _pool.SignInRefusal().ShouldBe("NotAuthorizedException: Incorrect username or password.");
        _pool.AddJane();
    }

    public void Dispose() => _pool.Dispose();

    private string ChangeRefusal(string? previous, string proposed) =>
        _pool.Refusal("ChangePassword", new { AccessToken = _token, PreviousPassword = previous, ProposedPassword = proposed });

    private System.Text.Json.JsonElement Update(string name, string value) => _pool.Send("UpdateUserAttributes", UpdateRequest(name, value));

    private string UpdateRefusal(string name, string value) => _pool.Refusal("UpdateUserAttributes", UpdateRequest(name, value));

    private object UpdateRequest(string name, string value) => new { AccessToken = _token, UserAttributes = (object[])[new { Name = name, Value = value }] };

    private string VerifyRefusal(string name, string code) => _pool.Refusal("VerifyUserAttribute", new { AccessToken = _token, AttributeName = name, Code = code });

    private string? Attribute(string name) => _pool.Send("GetUser", new { AccessToken = _token }).GetProperty("UserAttributes").EnumerateArray()
        .Where(attribute => attribute.GetProperty("Name").GetString() == name)
        .Select(attribute => attribute.GetProperty("Value").GetString())
        .SingleOrDefault();
}
