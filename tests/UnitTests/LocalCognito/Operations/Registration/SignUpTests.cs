using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Registration;

public sealed class SignUpTests
{
    [Fact]
    public void Sign_up_sends_a_six_digit_code_and_returns_where_it_was_sent()
    {
        using var pool = new PoolUnderTest();

        var answer = pool.SignUp();

        answer.GetProperty("UserConfirmed").GetBoolean().ShouldBeFalse();
        Guid.TryParse(answer.GetProperty("UserSub").GetString(), out _).ShouldBeTrue();
        answer.GetProperty("CodeDeliveryDetails").GetRawText().ShouldBe("""{"Destination":"j***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}""");
        var message = pool.Inbox.Of("jane").ShouldHaveSingleItem();
        message.Kind.ShouldBe("sign_up");
        message.Destination.ShouldBe("jane@example.com");
        message.Code.ShouldMatch("^[0-9]{6}$");
        message.At.ShouldBe(pool.Clock.GetUtcNow());
    }

    [Fact]
    public void A_preferred_user_name_of_another_user_is_refused()
    {
        using var pool = new PoolUnderTest(options => options.Pool.AliasAttributes = ["preferred_username"]);
        pool.Pool.AddUser("jane", PoolUnderTest.Password, attributes: new Dictionary<string, string> { ["preferred_username"] = "queen" });

        var request = new { pool.ClientId, Username = "joe", PoolUnderTest.Password, UserAttributes = new[] { new { Name = "preferred_username", Value = "Queen" } } };
        pool.Refusal("SignUp", request).ShouldBe("UsernameExistsException: An account with the given preferred_username already exists.");
    }

    [Theory]
    [InlineData("Sh0rt!", "Password not long enough")]
    [InlineData("passw0rd!", "Password must have uppercase characters")]
    [InlineData("PASSW0RD!", "Password must have lowercase characters")]
    [InlineData("Password!", "Password must have numeric characters")]
    [InlineData("Passw0rds", "Password must have symbol characters")]
    public void A_weak_password_is_refused_with_the_violated_rule(string password, string rule)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("SignUp", new { pool.ClientId, Username = "jane", Password = password })
            .ShouldBe($"InvalidPasswordException: Password did not conform with policy: {rule}");
    }

    [Fact]
    public void The_password_is_validated_before_the_name_is_looked_up()
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Refusal("SignUp", new { pool.ClientId, Username = "jane", Password = "weak" }).ShouldStartWith("InvalidPasswordException");
    }

    [Theory]
    [InlineData("jane")]
    [InlineData("JANE")]
    public void A_taken_name_is_refused_in_any_case(string username)
    {
        using var pool = new PoolUnderTest();
        pool.SignUp();

        pool.Refusal("SignUp", new { pool.ClientId, Username = username, PoolUnderTest.Password }).ShouldBe("UsernameExistsException: User already exists");
    }

    [Fact]
    public void Names_that_differ_in_case_are_different_in_a_case_sensitive_pool()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameCaseSensitive = true);
        pool.SignUp();

        pool.SignUp("JANE").GetProperty("UserConfirmed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void A_generated_name_is_stored_when_users_sign_in_with_their_address()
    {
        using var pool = new PoolUnderTest(options => options.Pool.UsernameAttributes = ["email"]);

        var sub = pool.SignUp("jane@example.com", email: null).GetProperty("UserSub").GetString();

        pool.Inbox.Of("jane@example.com").ShouldHaveSingleItem().Username.ShouldBe(sub);
        pool.Refusal("SignUp", new { pool.ClientId, Username = "Jane@example.com", PoolUnderTest.Password })
            .ShouldBe("UsernameExistsException: An account with the given email already exists.");
        pool.Refusal("SignUp", new { pool.ClientId, Username = "jane", PoolUnderTest.Password }).ShouldBe("InvalidParameterException: Username should be an email.");
    }

    [Theory]
    [InlineData("colour", "Attributes did not conform to the schema: colour: Attribute does not exist in schema.", "InvalidParameterException")]
    [InlineData("custom:other", "Attributes did not conform to the schema: custom:other: Attribute does not exist in schema.", "InvalidParameterException")]
    [InlineData("email_verified", "A client attempted to write unauthorized attribute", "NotAuthorizedException")]
    [InlineData("sub", "A client attempted to write unauthorized attribute", "NotAuthorizedException")]
    [InlineData("email", "Invalid email address format.", "InvalidParameterException")]
    [InlineData("phone_number", "Invalid phone number format.", "InvalidParameterException")]
    public void Attributes_outside_the_schema_are_refused(string name, string message, string type)
    {
        using var pool = new PoolUnderTest(options => options.Pool.CustomAttributes = ["team"]);

        pool.Refusal("SignUp", new { pool.ClientId, Username = "jane", PoolUnderTest.Password, UserAttributes = (object[])[new { Name = name, Value = "true" }] })
            .ShouldBe($"{type}: {message}");
    }

    [Fact]
    public void A_missing_required_attribute_is_refused()
    {
        using var pool = new PoolUnderTest(options => options.Pool.RequiredAttributes = ["email"]);

        pool.Refusal("SignUp", new { pool.ClientId, Username = "jane", PoolUnderTest.Password })
            .ShouldBe("InvalidParameterException: Attributes did not conform to the schema: email: The attribute is required");
    }

    [Fact]
    public void A_user_is_confirmed_immediately_when_the_pool_is_configured_so()
    {
        using var pool = new PoolUnderTest(options => options.Pool.AutoConfirm = true);

        var answer = pool.SignUp();

        answer.GetProperty("UserConfirmed").GetBoolean().ShouldBeTrue();
        answer.TryGetProperty("CodeDeliveryDetails", out _).ShouldBeFalse();
        pool.Inbox.Of("jane").ShouldBeEmpty();
        pool.SignIn().Access.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_user_without_a_contact_gets_no_message()
    {
        using var pool = new PoolUnderTest();

        pool.SignUp(email: null).TryGetProperty("CodeDeliveryDetails", out _).ShouldBeFalse();
    }

    [Fact]
    public void The_code_is_sent_by_text_message_when_only_phone_numbers_are_verified()
    {
        using var pool = new PoolUnderTest(options => (options.Pool.AutoVerifyEmail, options.Pool.AutoVerifyPhoneNumber) = (false, true));

        var answer = pool.Send("SignUp", new
        {
            pool.ClientId,
            Username = "jane",
            PoolUnderTest.Password,
            UserAttributes = (object[])[new { Name = "email", Value = "jane@example.com" }, new { Name = "phone_number", Value = "+12025550123" }],
        });

        answer.GetProperty("CodeDeliveryDetails").GetRawText().ShouldBe("""{"Destination":"+*******0123","DeliveryMedium":"SMS","AttributeName":"phone_number"}""");
    }

    [Fact]
    public void An_unknown_client_is_refused()
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("SignUp", new { ClientId = "nobody", Username = "jane", PoolUnderTest.Password })
            .ShouldBe("ResourceNotFoundException: User pool client nobody does not exist.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public void A_client_with_a_secret_is_refused_without_a_valid_hash(string? hash)
    {
        using var pool = new PoolUnderTest();

        pool.Refusal("SignUp", new { ClientId = "confidential", Username = "jane", PoolUnderTest.Password, SecretHash = hash })
            .ShouldBe("NotAuthorizedException: Unable to verify secret hash for client confidential");
    }

    [Fact]
    public void The_hash_of_each_active_secret_is_accepted()
    {
        using var pool = new PoolUnderTest(options => options.Client.ClientSecrets = ["newSecret0", PoolUnderTest.Secret]);

        foreach (var secret in (string[])["newSecret0", PoolUnderTest.Secret])
        {
            pool.Send("SignUp", new { ClientId = "confidential", Username = secret, PoolUnderTest.Password, SecretHash = PoolUnderTest.SecretHash(secret, secret) })
                .GetProperty("UserConfirmed").GetBoolean().ShouldBeFalse();
        }
    }
}
